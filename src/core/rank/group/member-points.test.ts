import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../math/normal-quantile.ts';
import type { ListEntry } from '../../profile/list-entry.ts';
import { memberPoints } from './member-points.ts';

const map = { itemOfIndex: Int32Array.of(0, 1, 2, 3, 4) };
const all = Int32Array.of(0, 1, 2, 3, 4);
const rounded = (points: Float32Array) => Array.from(points, (point) => point.toFixed(4));
const normal = (...parts: number[]) => parts.map((part) => normalQuantile(part).toFixed(4));
const entry = (malId: number, score: number | null): ListEntry => {
	return { malId, score, status: 'completed' };
};

describe('memberPoints', () => {
	it('are the normal scores of the places among what is unseen', () => {
		const points = memberPoints(Float32Array.of(5, 1, 3, 2, 4), all, map, new Map());
		expect(rounded(points)).toEqual(normal(0.9, 0.1, 0.5, 0.3, 0.7));
	});

	it('do not change when scores lie further apart', () => {
		const near = memberPoints(Float32Array.of(5, 1, 3, 2, 4), all, map, new Map());
		const far = memberPoints(Float32Array.of(500, -80, 3, 2, 4), all, map, new Map());
		expect(far).toEqual(near);
	});

	it('are those of the own scores for what was seen, and the middle without one', () => {
		// Indices 0, 1 and 2 were seen; 3 and 4 are all that is left to place.
		const seen = new Map([
			[0, entry(10, 90)],
			[1, entry(11, 40)],
			[2, entry(12, null)],
		]);
		const points = memberPoints(Float32Array.of(5, 1, 3, 2, 4), Int32Array.of(3, 4), map, seen);
		expect(rounded(points)).toEqual(normal(0.75, 0.25, 0.5, 0.25, 0.75));
	});
});
