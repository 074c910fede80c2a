import { expect, it } from 'vitest';
import type { AtlasNeighbours } from '#atlas/atlas-data.ts';
import { smallNeighbours } from '#tests/support/small-atlas.ts';
import { ListTies } from './list-ties.svelte.ts';

const NEAR = smallNeighbours([10, 20, 30, 40]);

/** Answers in order, and counts. */
function answering(...answers: (AtlasNeighbours | null)[]) {
	let asked = 0;
	return {
		load: () => Promise.resolve(answers[asked++] ?? null),
		count: () => asked,
	};
}

it('finds the neighbours among the titles of a list, asking once', async () => {
	const { load, count } = answering(NEAR);
	const ties = new ListTies([0, 1, 3], load);
	expect([ties.pairs, ties.failed, count()]).toEqual([[], false, 0]);
	await Promise.all([ties.ask(), ties.ask()]);
	await ties.ask();
	expect(count()).toBe(1);
	expect(ties.pairs).toEqual([
		{ from: 0, to: 1, weight: 1, rank: 0 },
		{ from: 0, to: 3, weight: 1, rank: 0 },
		{ from: 1, to: 3, weight: 245 / 255, rank: 1 },
	]);
});

it('says when they could not be had, and may be asked again', async () => {
	const { load, count } = answering(null, NEAR);
	const ties = new ListTies([0, 1], load);
	await ties.ask();
	expect([ties.failed, ties.pairs]).toEqual([true, []]);
	await ties.ask();
	expect([ties.failed, ties.pairs.length, count()]).toEqual([false, 1, 2]);
});
