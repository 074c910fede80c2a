import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRanks } from './mid-ranks.ts';

const ranksOf = (...values: number[]) => midRanks(Float32Array.from(values));

describe('midRanks', () => {
	it('are the parts that lie below, of equal values half', () => {
		expect([...ranksOf(20, 10, 30, 20)]).toEqual([
			(1 + 3) / 2 / 4,
			0.5 / 4,
			3.5 / 4,
			(1 + 3) / 2 / 4,
		]);
	});

	it('take negative values and both zeros as they are', () => {
		expect([...ranksOf(-0, 5, 0, -7)]).toEqual([2 / 4, 3.5 / 4, 2 / 4, 0.5 / 4]);
	});

	it('are the middle for a single value, and none for none', () => {
		expect([[...ranksOf(7)], [...ranksOf()]]).toEqual([[0.5], []]);
	});

	it('are what counting says, for any values', () => {
		fc.assert(
			fc.property(fc.array(fc.float({ noNaN: true }), { maxLength: 40 }), (values) => {
				const counted = values.map((value) => {
					const below = values.filter((other) => other < value).length;
					const equal = values.filter((other) => other === value).length;
					return (below + equal / 2) / values.length;
				});
				expect([...ranksOf(...values)]).toEqual(counted);
			}),
		);
	});
});
