import { expect, it } from 'vitest';
import type { Contribution } from '#core/rank/recommendation.ts';
import { causeRows } from './cause-rows.ts';

const cause = (malId: number): Contribution => ({
	malId,
	reason: 'liked',
	share: 0.2,
	sign: 1,
	score: 80,
});
const ids = (rows: ReturnType<typeof causeRows>) => rows.map(({ malId }) => malId);

it('keeps causes in their places, whichever is the strongest now', () => {
	expect(ids(causeRows([1, 2, 3], [cause(3), cause(1), cause(2)], []))).toEqual([1, 2, 3]);
});

it('keeps what is tried out where it fell behind, and adds what is new at the end', () => {
	const rows = causeRows([1, 2, 3], [cause(3), cause(4)], [{ malId: 1, score: 10 }]);
	expect(rows).toEqual([
		{ malId: 1, contribution: null },
		{ malId: 3, contribution: cause(3) },
		{ malId: 4, contribution: cause(4) },
	]);
});
