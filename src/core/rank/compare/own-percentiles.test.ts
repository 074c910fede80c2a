import { describe, expect, it } from 'vitest';
import { ownPercentiles } from './own-percentiles.ts';

describe('ownPercentiles', () => {
	it('place every score among those of the same list', () => {
		const percentiles = ownPercentiles([
			{ malId: 1, score: 90, status: 'completed' },
			{ malId: 2, score: 70, status: 'dropped' },
			{ malId: 3, score: 90, status: 'watching' },
			{ malId: 4, score: 50, status: 'completed' },
		]);
		expect([...percentiles]).toEqual([
			[1, (2 + 4) / 2 / 4],
			[2, (1 + 2) / 2 / 4],
			[3, (2 + 4) / 2 / 4],
			[4, (0 + 1) / 2 / 4],
		]);
	});

	it('know nothing of plans and of what has no score', () => {
		const percentiles = ownPercentiles([
			{ malId: 1, score: 90, status: 'plan-to-watch' },
			{ malId: 2, score: null, status: 'completed' },
			{ malId: 3, score: 20, status: 'completed' },
		]);
		expect([...percentiles]).toEqual([[3, 0.5]]);
	});
});
