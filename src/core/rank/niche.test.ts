import { expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { mapItems } from './item-map.ts';
import { liftNiche } from './niche.ts';

const catalogue = smallCatalogue([
	{ malId: 1, franchise: 'famous', members: 50_000 * Math.E ** 4 - 1 },
	{ malId: 2, franchise: 'famous', members: 5 },
	{ malId: 3, members: 50_000 * Math.E - 1 },
	{ malId: 4, members: 49_999 },
	{ malId: 5, members: 100 },
]);
// Another order than that of the catalogue.
const map = mapItems(catalogue, Int32Array.of(5, 4, 3, 2, 1));
const scores = Float32Array.of(1, 2, 3, 4, 5);
const rounded = (values: Float32Array) =>
	Array.from(values, (value) => Math.round(value * 1e4) / 1e4);

it('takes the logarithm of the fame of a story off, and nothing of what few people know', () => {
	expect(rounded(liftNiche(scores, map, 1))).toEqual([1, 2, 3 - 1.5, 4 - 6, 5 - 6]);
	expect(rounded(liftNiche(scores, map, 0.5))).toEqual([1, 2, 3 - 0.75, 4 - 3, 5 - 3]);
});

it('leaves the scores alone without a wish', () => {
	expect(liftNiche(scores, map, 0)).toBe(scores);
});
