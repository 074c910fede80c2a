import { expect, test } from 'vitest';
import { interactionsOf } from '#tests/support/interactions.ts';
import { createPopularity } from './popularity.ts';

test('scores the number of users of each title, whoever asks', () => {
	const lists = interactionsOf([[0, 1], [1, 2], [1]], 4);
	const model = createPopularity(Int32Array.of(1, 2, 3, 4), lists);
	const out = new Float32Array(4);
	model.score(model.readInput([{ malId: 3, score: 100, status: 'completed' }]), out);
	expect([...out]).toEqual([1, 3, 1, 0]);
});
