import { describe, expect, it } from 'vitest';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { linearModel } from '#tests/support/linear-model.ts';
import { measureErrors } from './measure-errors.ts';

/** Ten titles, the last two not learned; it predicts 50 plus the entries it read plus the title's position. */
const ids = Array.from({ length: 10 }, (_, k) => k + 1);
const model = linearModel(ids, () => 1, 8);
const entry = (malId: number, score: number | null = 80): ListEntry => ({
	malId,
	score,
	status: 'completed',
});
const measure = (entries: readonly ListEntry[], ...withheld: number[]) =>
	measureErrors(
		model,
		[{ user: 1, entries, withheld: new Set(withheld) }],
		new AbortController().signal,
	);

describe('measureErrors', () => {
	it('predicts what is withheld from the whole list without it, and from parts of it', async () => {
		const measured = await measure(
			[1, 2, 3, 4, 5].map((malId) => entry(malId)),
			5,
		);
		// Sizes 0, 1 and 2 of the four others, then all; title 5 stands fifth.
		const errors = measured.map(({ scored, error }) => [scored, error]);
		expect(errors.toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
			[0, 80 - (50 + 0 + 4)],
			[1, 80 - (50 + 1 + 4)],
			[2, 80 - (50 + 2 + 4)],
			[4, 80 - (50 + 4 + 4)],
		]);
		expect(measured.every(({ cold }) => !cold)).toBe(true);
	});

	it('takes titles that were not learned for ones to predict, never for input', async () => {
		const measured = await measure([entry(1), entry(9), entry(10, null)]);
		expect(measured.map(({ scored, cold }) => [scored, cold])).toEqual([
			[0, true],
			[1, true],
		]);
	});

	it('has nothing to measure where no score was hidden', async () => {
		expect(await measure([entry(1), entry(2, null)], 2)).toEqual([]);
	});
});
