import { describe, expect, test } from 'vitest';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { interactionsOf } from '#tests/support/interactions.ts';
import { trainItemKnn } from './item-knn.ts';

const ITEMS = Int32Array.of(10, 20, 30, 40);
/** Users per item: 3, 2, 2, 1. */
const LISTS = interactionsOf([[0, 1], [0, 1, 2], [0, 3], [2]], ITEMS.length);
const watched = (...malIds: number[]): ListEntry[] =>
	malIds.map((malId) => ({ malId, score: null, status: 'completed' }));

function scores(neighbours: number, ...malIds: number[]): number[] {
	const model = trainItemKnn(ITEMS, LISTS, { neighbours });
	const out = new Float32Array(ITEMS.length);
	model.score(model.readInput(watched(...malIds)), out);
	return [...out];
}

describe('trainItemKnn', () => {
	test('scores by the cosine of the users of two titles', () => {
		const expected = [
			2 / Math.sqrt(3 * 2) + 1 / Math.sqrt(3 * 2),
			1 / Math.sqrt(2 * 2),
			1 / Math.sqrt(2 * 2),
			0,
		];
		scores(3, 20, 30).forEach((score, item) => expect(score).toBeCloseTo(expected[item] ?? 0, 6));
	});

	test('counts only the nearest neighbours of the title that is scored', () => {
		// The nearest of 10 and of 30 is 20 (2/√6 and 1/√4); that of 20 and of 40 is 10.
		const expected = [2 / Math.sqrt(3 * 2), 0, 1 / Math.sqrt(2 * 2), 0];
		scores(1, 20).forEach((score, item) => expect(score).toBeCloseTo(expected[item] ?? 0, 6));
		expect(scores(1, 10)[3]).toBeCloseTo(1 / Math.sqrt(3 * 1), 6);
	});

	test('survives titles that nobody watched', () => {
		const model = trainItemKnn(ITEMS, interactionsOf([[0, 1]], ITEMS.length), { neighbours: 2 });
		const out = new Float32Array(ITEMS.length);
		model.score(model.readInput(watched(10, 40)), out);
		expect([...out]).toEqual([0, 1, 0, 0]);
	});

	test('reports progress up to the last item', () => {
		let last = 0;
		trainItemKnn(ITEMS, LISTS, { onProgress: (done) => (last = done) });
		expect(last).toBe(ITEMS.length);
	});
});
