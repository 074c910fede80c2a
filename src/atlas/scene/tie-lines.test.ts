import { describe, expect, it } from 'vitest';
import { smallAtlas } from '#tests/support/small-atlas.ts';
import type { AtlasData } from '../atlas-data.ts';
import { mapPoints } from './map-points.ts';
import { crowding, lengthFade, revealScale, tieLines } from './tie-lines.ts';

const all = ({ malIds }: AtlasData) => new Uint8Array(malIds.length).fill(1);

describe('lines between titles of a list', () => {
	it('are whole while short, fade with their length, and are none when long', () => {
		const lengths = [0, 0.06, 0.23, 0.4, 2];
		expect(lengths.map((length) => lengthFade(length, 0.4))).toEqual([
			1,
			1,
			expect.closeTo(0.25),
			0,
			0,
		]);
	});

	it('come one after the other as one gets closer, the nearest from everywhere', () => {
		expect([0, 1, 2, 3].map((rank) => revealScale(rank, 2500))).toEqual([1, 600, 900, 1350]);
		expect(revealScale(1, 25)).toBe(60);
	});

	it('are a crowd by and by', () => {
		expect([0, 1, 30, 300, 3000, 40_000].map(crowding)).toEqual([
			0,
			0,
			0,
			expect.closeTo(0.5),
			1,
			1,
		]);
	});

	it('lead from title to title, the stronger the nearer they are', () => {
		// A grid of 101 by 101: neighbours are 0.02 apart.
		const map = smallAtlas(Array.from({ length: 101 * 101 }, (_, at) => at + 1));
		const points = mapPoints(map, new Float32Array(map.malIds.length));
		const ties = [
			{ from: 0, to: 1, weight: 0.8, rank: 0 },
			{ from: 0, to: 101, weight: 0.2, rank: 2 },
			{ from: 0, to: 75, weight: 0.8, rank: 0 },
		];
		const [strong, weak, ...more] = tieLines(ties, all(map), points, 'dark');
		expect(more).toEqual([]);
		expect(strong?.from).toEqual(points.placeOf(0));
		expect(strong?.to).toEqual(points.placeOf(1));
		expect(strong?.alpha).toEqual([0.85, 0.85]);
		expect(strong?.fade).toEqual({ local: 1, global: 1, fromScale: 1 });
		expect(weak?.alpha[0]).toBeCloseTo(0.85 * (0.35 + 0.65 / 2));
		expect(weak?.fade?.fromScale).toBeCloseTo(12 * Math.sqrt(3) * 1.5);
	});

	it('are none where there is no neighbour', () => {
		const map = smallAtlas([1, 2]);
		expect(tieLines([], all(map), mapPoints(map, new Float32Array(2)), 'light')).toEqual([]);
	});

	it('go with the titles that a filter hides', () => {
		const map = smallAtlas(Array.from({ length: 900 }, (_, at) => at + 1));
		const points = mapPoints(map, new Float32Array(900));
		const shown = all(map);
		shown[1] = 0;
		const ties = [
			{ from: 0, to: 1, weight: 1, rank: 0 },
			{ from: 2, to: 3, weight: 0.5, rank: 0 },
		];
		const lines = tieLines(ties, shown, points, 'light');
		expect(lines.map(({ from, alpha }) => [from, alpha])).toEqual([
			[points.placeOf(2), [0.8, 0.8]],
		]);
	});
});
