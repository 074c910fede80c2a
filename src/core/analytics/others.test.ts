import { describe, expect, it } from 'vitest';
import { referenceFile } from '#tests/support/reference-file.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { createOthers } from './others.ts';
import { decodeReference } from './reference/reference-figures.ts';

const catalogue = smallCatalogue([
	{ malId: 1, score: 7 },
	{ malId: 2, score: 8 },
	{ malId: 3, score: null },
	{ malId: 4, score: null },
	{ malId: 5, score: 6.5 },
]);
// Title 1 has 60 scores of 8; titles 2 and 3 have 8 scores: 4 × 6, 4 × 10.
const FEW = [0, 0, 0, 0, 0, 4, 0, 0, 0, 4];
const reference = decodeReference(
	referenceFile([
		{ malId: 1, points: [0, 0, 0, 0, 0, 0, 0, 60, 0, 0] },
		{ malId: 2, points: FEW },
		{ malId: 3, points: FEW },
	]),
);

describe('createOthers', () => {
	it('draws the mean of few scores towards the mean of the catalogue, moved to the reference lists', () => {
		const others = createOthers(catalogue, reference);
		// The well-scored title 1 lies at 80, the catalogue has it at 70: the lists score 10 higher.
		expect(others.mean(1)).toBeCloseTo((60 * 80 + 8 * (70 + 10)) / (60 + 8));
		expect(others.mean(2)).toBeCloseTo((4 * 60 + 4 * 100 + 8 * (80 + 10)) / (8 + 8));
		expect(others.mean(3)).toBeCloseTo((4 * 60 + 4 * 100) / 8);
		expect(others.mean(4)).toBeNull();
		expect(others.mean(5)).toBeCloseTo(65 + 10);
		expect(others.mean(99)).toBeNull();
	});

	it('places a score among those of others', () => {
		const others = createOthers(catalogue, reference);
		expect(others.place(2, 60)).toEqual({ below: 0, same: 4 / 8, scorers: 8 });
		expect(others.place(2, 84)).toEqual({ below: 4 / 8, same: 0, scorers: 8 });
		expect(others.place(2, 100)).toEqual({ below: 4 / 8, same: 4 / 8, scorers: 8 });
		expect(others.place(5, 60)).toBeNull();
	});

	it('takes the means of the catalogue alone where there are no figures', () => {
		const others = createOthers(catalogue, null);
		expect([1, 3].map((malId) => others.mean(malId))).toEqual([70, null]);
		expect(others.place(1, 80)).toBeNull();
	});
});
