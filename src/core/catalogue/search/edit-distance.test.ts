import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEditDistance } from './edit-distance.ts';

const distance = createEditDistance();

/** The recursive definition of the restricted Damerau-Levenshtein distance, without any bound. */
function plainDistance(a: string, b: string): number {
	if (a === '' || b === '') return a.length + b.length;
	const costs = [
		plainDistance(a.slice(1), b) + 1,
		plainDistance(a, b.slice(1)) + 1,
		plainDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
	];
	if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
		costs.push(plainDistance(a.slice(2), b.slice(2)) + 1);
	}
	return Math.min(...costs);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('createEditDistance', () => {
	it.each([
		['naruto', 'naruto', 0],
		['nartuo', 'naruto', 1],
		['alchemst', 'alchemist', 1],
		['blaech', 'bleach', 1],
		['bocchi', 'botchy', 2],
		['abc', '', 3],
	])('%s → %s takes %i', (query, other, edits) => {
		expect(distance(query, other, 3, false)).toBe(edits);
	});

	it('agrees with the definition up to the limit, and says one more beyond', () => {
		fc.assert(
			fc.property(word, word, fc.nat(4), (a, b, limit) => {
				expect(distance(a, b, limit, false)).toBe(Math.min(plainDistance(a, b), limit + 1));
			}),
		);
	});

	it('with prefix, agrees with the nearest beginning', () => {
		fc.assert(
			fc.property(word, word, fc.nat(4), (a, b, limit) => {
				const beginnings = Array.from({ length: b.length + 1 }, (_, k) => b.slice(0, k));
				const nearest = Math.min(...beginnings.map((start) => plainDistance(a, start)));
				expect(distance(a, b, limit, true)).toBe(Math.min(nearest, limit + 1));
			}),
		);
	});
});
