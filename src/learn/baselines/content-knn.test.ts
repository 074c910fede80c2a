import { expect, test } from 'vitest';
import { createContentKnn } from './content-knn.ts';

const ITEMS = Int32Array.of(10, 20, 30, 40);

test('scores the cosine between a title and the mean of the list', () => {
	const model = createContentKnn(ITEMS, [[0, 1], [0], [1, 2, 3], []]);
	const out = new Float32Array(ITEMS.length);
	model.score(
		model.readInput([10, 20].map((malId) => ({ malId, score: null, status: 'completed' }))),
		out,
	);
	// Tag 0 twice, tag 1 once.
	const length = Math.sqrt(2 * 2 + 1 * 1);
	const expected = [3 / (length * Math.sqrt(2)), 2 / length, 1 / (length * Math.sqrt(3)), 0];
	expected.forEach((score, item) => expect(out[item]).toBeCloseTo(score, 6));
});

test('scores 0 for a list of which nothing is known', () => {
	const model = createContentKnn(ITEMS, [[0], [0], [0], []]);
	const out = new Float32Array(ITEMS.length).fill(9);
	model.score(model.readInput([{ malId: 40, score: null, status: 'completed' }]), out);
	expect([...out]).toEqual([0, 0, 0, 0]);
});
