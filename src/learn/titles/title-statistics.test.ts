import { describe, expect, test } from 'vitest';
import { interactionsOf } from '#tests/support/interactions.ts';
import { titleStatistics } from './title-statistics.ts';

/** Titles 0 and 1 are one franchise, as are 3 and 4, of which nobody knows 4; title 2 is alone. */
const FRANCHISE = Int32Array.of(0, 0, 2, 3, 3);
const LISTS = interactionsOf(
	[
		[0, 1],
		[0, 2],
		[2, 3],
	],
	4,
);

describe('titleStatistics', () => {
	const statistics = titleStatistics(LISTS, new Float32Array(5), FRANCHISE);

	test('counts lists', () => {
		expect([...statistics.frequency]).toEqual([2, 1, 2, 1, 0]);
	});

	test('says how likely a title is seen alone', () => {
		// Title 0: once beside title 1, which is hidden in one case of five, once alone.
		expect(statistics.alone[0]).toBeCloseTo(Math.log((0.2 + 1 + 0.5) / (2 + 1)), 5);
		expect(statistics.alone[2]).toBeCloseTo(Math.log((2 + 0.5) / (2 + 1)), 5);
	});

	test('gives titles on no list what is usual for franchises of their size', () => {
		const pair = [0, 1, 3].map((title) => statistics.alone[title] ?? NaN);
		expect(statistics.alone[4]).toBeCloseTo(pair.reduce((sum, value) => sum + value, 0) / 3, 5);
		expect(statistics.coldAlone[2]).toBeCloseTo(statistics.alone[2] ?? NaN, 5);
	});

	test('draws the usual score of a title to that of the catalogue', () => {
		const lists = {
			...interactionsOf(
				Array.from({ length: 60 }, () => [0, 1]),
				2,
			),
			scores: Uint8Array.from({ length: 120 }, (_, at) => (at % 2 === 0 ? 90 : 60)),
		};
		const { bias, coldBias } = titleStatistics(
			lists,
			Float32Array.of(1, -1, 1),
			Int32Array.of(0, 1, 2),
		);
		expect(bias[0]).toBeGreaterThan(0);
		expect(bias[1]).toBeLessThan(0);
		// Two titles make the line, so the third is where it says.
		expect(coldBias[2]).toBeCloseTo(bias[0] ?? NaN, 5);
		expect(bias[2]).toBe(coldBias[2]);
	});
});
