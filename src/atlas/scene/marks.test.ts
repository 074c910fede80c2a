import { expect, it } from 'vitest';
import { strengthOf } from './marks.ts';

it('marks are the fainter the more there are, and never gone', () => {
	expect([1, 40, 6000, 20_000].map(strengthOf)).toEqual([1, 1, 0.06, 0.06]);
	expect(strengthOf(160)).toBeCloseTo(0.406, 3);
});
