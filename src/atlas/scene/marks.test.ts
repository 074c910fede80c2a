import { expect, it } from 'vitest';
import { strengthOf } from './marks.ts';

it('marks are the fainter the more there are, and never gone', () => {
	expect([1, 40, 160, 6000, 20_000].map(strengthOf)).toEqual([1, 1, 0.5, 0.15, 0.15]);
});
