import { expect, it } from 'vitest';
import { openAtlasOf } from '#tests/support/open-atlas.ts';
import { ListOverlay } from './list-overlay.svelte.ts';

const ATLAS = openAtlasOf([10, 20, 30]);
const LIST = {
	name: 'Mira',
	entries: [{ malId: 20, score: 90, status: 'completed' }] as const,
};

it('draws the list at once and its recommendations when they come', async () => {
	const overlay = new ListOverlay(ATLAS, LIST, {
		recommend: () => Promise.resolve([30]),
		predict: () => Promise.resolve(new Map([[30, 72]])),
	});
	expect([overlay.step, overlay.shown.seen, overlay.shown.recommended]).toEqual([
		'asking',
		[{ point: 1, score: 9 }],
		[],
	]);
	await overlay.ask(false);
	expect(overlay.shown.recommended).toEqual([{ point: 2, rank: 1 }]);
	expect([...(overlay.expected ?? [])].map((score) => Math.round(score * 10))).toEqual([
		NaN,
		NaN,
		72,
	]);
	overlay.toggle('recommended');
	expect([overlay.shown.recommended, overlay.whole.recommended.length]).toEqual([[], 1]);
});

it('keeps the list where nobody can say more', async () => {
	const overlay = new ListOverlay(ATLAS, LIST, {
		recommend: () => Promise.resolve(null),
		predict: () => Promise.resolve(null),
	});
	await overlay.ask(false);
	expect([overlay.step, overlay.expected, overlay.shown.seen.length]).toEqual(['failed', null, 1]);
});

it('keeps the last of two answers, whichever comes first', async () => {
	const answers: ((ranked: readonly number[]) => void)[] = [];
	const overlay = new ListOverlay(ATLAS, LIST, {
		recommend: () => new Promise((resolve) => answers.push(resolve)),
		predict: () => Promise.resolve(null),
	});
	const asked = [overlay.ask(false), overlay.ask(true)];
	answers[1]?.([30]);
	answers[0]?.([10]);
	await Promise.all(asked);
	expect(overlay.shown.recommended).toEqual([{ point: 2, rank: 1 }]);
});
