import { describe, expect, it } from 'vitest';
import type { FindResult, TitleHit } from './title-finder.ts';
import { TitleSearchBox } from './title-search-box.svelte.ts';

const hit = (malId: number): TitleHit => ({
	malId,
	title: `Title ${malId}`,
	english: null,
	native: null,
	type: 'TV',
	year: 2010,
	name: `Title ${malId}`,
	marks: [],
});

function boxWith(answer: (query: string) => FindResult | Promise<FindResult>) {
	const chosen: number[] = [];
	const box = new TitleSearchBox(
		{
			find: async (query) => answer(query),
			name: async () => ({ ok: true, titles: [] }),
			malIds: async () => ({ ok: true, malIds: new Map() }),
			warmUp: () => undefined,
			close: () => undefined,
		},
		({ malId }) => void chosen.push(malId),
	);
	return { box, chosen };
}

const three = () => boxWith(() => ({ ok: true, hits: [hit(1), hit(2), hit(3)] }));

describe('search box', () => {
	it('takes the first suggestion on Enter when none is marked', async () => {
		const { box, chosen } = three();
		await box.type('title');
		expect(box.press('Enter')).toBe(true);
		expect(chosen).toEqual([1]);
		expect([box.query, box.open]).toEqual(['', false]);
	});

	it('moves with the arrows, over the ends, by way of the field', async () => {
		const { box, chosen } = three();
		await box.type('title');
		const places = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp'].map((key) => {
			box.press(key);
			return box.active;
		});
		expect(places).toEqual([0, 1, 0, -1, 2]);
		box.press('Enter');
		expect(chosen).toEqual([3]);
	});

	it('keeps an Enter that came before the suggestions', async () => {
		let arrive: (result: FindResult) => void = () => undefined;
		const { box, chosen } = boxWith(() => new Promise((resolve) => (arrive = resolve)));
		const typed = box.type('title');
		box.press('Enter');
		expect(chosen).toEqual([]);
		await Promise.resolve();
		arrive({ ok: true, hits: [hit(7)] });
		await typed;
		expect(chosen).toEqual([7]);
	});

	it('shows only the suggestions for the newest text', async () => {
		const answers = new Map<string, (result: FindResult) => void>();
		const { box } = boxWith((query) => new Promise((resolve) => answers.set(query, resolve)));
		const first = box.type('a');
		const second = box.type('ab');
		await Promise.resolve();
		answers.get('ab')?.({ ok: true, hits: [hit(2)] });
		answers.get('a')?.({ ok: true, hits: [hit(1)] });
		await Promise.all([first, second]);
		expect(box.hits.map(({ malId }) => malId)).toEqual([2]);
	});

	it('closes on Escape, then empties, then leaves the key alone', async () => {
		const { box } = three();
		await box.type('title');
		expect(box.press('Escape')).toBe(true);
		expect([box.open, box.query]).toEqual([false, 'title']);
		box.press('Escape');
		expect(box.query).toBe('');
		expect(box.press('Escape')).toBe(false);
	});

	it('tells a failure and forgets it when the next try works', async () => {
		let online = false;
		const { box } = boxWith(() =>
			online ? { ok: true, hits: [hit(1)] } : { ok: false, reason: 'offline' },
		);
		await box.type('title');
		expect(box.failure).toBe('offline');
		online = true;
		await box.retry();
		expect(box.failure).toBeNull();
		expect(box.hits).toHaveLength(1);
	});
});
