import { expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { mapItems } from './item-map.ts';
import { liftNiche } from './niche.ts';

const catalogue = smallCatalogue([
	{ malId: 1, franchise: 'famous', members: Math.E ** 8 - 1 },
	{ malId: 2, franchise: 'famous', members: Math.E ** 2 - 1 },
	{ malId: 3, members: Math.E ** 4 - 1 },
]);
// Another order than that of the catalogue.
const map = mapItems(catalogue, Int32Array.of(3, 2, 1));
const scores = Float32Array.of(1, 2, 3);

it('takes half the logarithm of the members off, those of the best-known title of the story', () => {
	const lifted = [...liftNiche(scores, map, 1)];
	expect(lifted[0]).toBeCloseTo(1 - 0.5 * 4, 4);
	expect(lifted[1]).toBeCloseTo(2 - 0.5 * 8, 4);
	expect(lifted[2]).toBeCloseTo(3 - 0.5 * 8, 4);
	expect(liftNiche(scores, map, 0.5)[0]).toBeCloseTo(1 - 0.5 * 0.5 * 4, 4);
});

it('leaves the scores alone without a wish', () => {
	expect(liftNiche(scores, map, 0)).toBe(scores);
});
