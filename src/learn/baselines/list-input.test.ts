import { expect, test } from 'vitest';
import { itemPositions, readInput } from './list-input.ts';

test('reads what was watched, ascending, and leaves out unknown, planned and repeated titles', () => {
	const positions = itemPositions(Int32Array.of(30, 10, 20));
	const input = readInput(
		[
			{ malId: 20, score: null, status: 'dropped' },
			{ malId: 30, score: 90, status: 'completed' },
			{ malId: 10, score: null, status: 'plan-to-watch' },
			{ malId: 99, score: 100, status: 'completed' },
			{ malId: 20, score: 10, status: 'watching' },
		],
		positions,
	);
	expect([...input.items]).toEqual([0, 2]);
	expect([...input.weights]).toEqual([1, 1]);
});
