import { describe, expect, it } from 'vitest';
import { withWhatIf } from './what-if.ts';

const naruto = { malId: 20, score: 90, status: 'completed' } as const;
const bleach = { malId: 269, score: null, status: 'dropped' } as const;
const monster = { malId: 19, score: null, status: 'plan-to-watch' } as const;

describe('a list with other scores', () => {
	it('changes the scores of what was seen, and says from what', () => {
		const { entries, outcome } = withWhatIf(
			[naruto, bleach],
			[
				{ malId: 20, score: 40 },
				{ malId: 269, score: 60 },
			],
		);
		expect(entries).toEqual([
			{ malId: 20, score: 40, status: 'completed' },
			{ malId: 269, score: 60, status: 'dropped' },
		]);
		expect(outcome).toEqual({
			changed: [
				{ malId: 20, from: 90, to: 40 },
				{ malId: 269, from: null, to: 60 },
			],
			ignored: [],
		});
	});

	it('leaves out what is not on the list or only planned, and says so', () => {
		const { entries, outcome } = withWhatIf(
			[naruto, monster],
			[
				{ malId: 19, score: 100 },
				{ malId: 1, score: 10 },
			],
		);
		expect(entries).toEqual([naruto, monster]);
		expect(outcome).toEqual({ changed: [], ignored: [19, 1] });
	});

	it('counts the last of two scores for one title', () => {
		const { outcome } = withWhatIf(
			[naruto],
			[
				{ malId: 20, score: 10 },
				{ malId: 20, score: 50 },
			],
		);
		expect(outcome.changed).toEqual([{ malId: 20, from: 90, to: 50 }]);
	});
});
