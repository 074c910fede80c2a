import { describe, expect, it } from 'vitest';
import { weighRatings } from './rating-weight.ts';

describe('weighRatings', () => {
	const scores = Float32Array.of(3, 1);
	/** Mean 70, deviation 10: one deviation below and one above. */
	const ratings = Float32Array.of(60, 80);

	it('leaves the order of the model alone in the middle', () => {
		expect(weighRatings(scores, ratings, 0.5)).toBe(scores);
	});

	it('adds up to two points for each deviation of the rating', () => {
		expect([...weighRatings(scores, ratings, 1)]).toEqual([3 - 2, 1 + 2]);
		expect([...weighRatings(scores, ratings, 0.75)]).toEqual([3 - 2 / 2, 1 + 2 / 2]);
	});

	it('takes up to half a point back', () => {
		expect([...weighRatings(scores, ratings, 0)]).toEqual([3 + 0.5, 1 - 0.5]);
		expect([...weighRatings(scores, ratings, 0.25)]).toEqual([3 + 0.5 / 2, 1 - 0.5 / 2]);
	});

	it('has nothing to say where all ratings are the same', () => {
		expect(weighRatings(scores, Float32Array.of(70, 70), 1)).toBe(scores);
	});
});
