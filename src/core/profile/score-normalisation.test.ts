import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListEntry } from './list-entry.ts';
import {
	denormaliseScore,
	normalisationOf,
	normaliseScore,
	scoreNormalisation,
} from './score-normalisation.ts';

const scored = (...scores: (number | null)[]) =>
	scores.map((score) => ({ score, status: 'completed' }) as const);
const repeated = (score: number, times: number) =>
	scored(...Array.from({ length: times }, () => score));

const anyEntry = fc.record({
	score: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
	status: fc.constantFrom<ListEntry['status']>('completed', 'dropped', 'on-hold', 'plan-to-watch'),
});
const anyList = fc.array(anyEntry, { maxLength: 60 });
const anyScore = fc.integer({ min: 1, max: 100 });

describe('scoreNormalisation', () => {
	it('is the usual scale where nothing is scored', () => {
		const usual = { count: 0, mean: 75, deviation: 14 };
		expect(scoreNormalisation([])).toEqual(usual);
		expect(scoreNormalisation(scored(null, null))).toEqual(usual);
	});

	it('counts the usual scale as five scores more', () => {
		const { count, mean, deviation } = scoreNormalisation(scored(45, 60));
		expect(count).toBe(2);
		expect(mean).toBeCloseTo((45 + 60 + 5 * 75) / 7);
		// Spread about 480 / 7, the drawn mean.
		const variance = ((45 - 480 / 7) ** 2 + (60 - 480 / 7) ** 2 + 5 * 14 ** 2) / 7;
		expect(deviation).toBeCloseTo(Math.sqrt(variance));
	});

	it('comes to the own scale of a long list', () => {
		const long = [...repeated(40, 5000), ...repeated(60, 5000)];
		const { mean, deviation } = scoreNormalisation(long);
		expect(Math.abs(mean - 50)).toBeLessThan(0.05);
		expect(Math.abs(deviation - 10)).toBeLessThan(0.1);
	});

	it('never takes a list of one score value for one without spread', () => {
		const { mean, deviation } = scoreNormalisation(repeated(75, 20));
		expect(mean).toBe(75);
		expect(deviation).toBeCloseTo(Math.sqrt((5 * 14 ** 2) / 25));
		const own = scoreNormalisation(repeated(100, 20));
		expect(Number.isFinite(normaliseScore(100, own))).toBe(true);
		expect(normaliseScore(100, own)).toBeGreaterThan(normaliseScore(90, own));
	});

	it('leaves planned titles out and counts dropped ones', () => {
		const list = scored(80, 90);
		const planned = [...list, { score: 10, status: 'plan-to-watch' } as const];
		const dropped = [...list, { score: 10, status: 'dropped' } as const];
		expect(scoreNormalisation(planned)).toEqual(scoreNormalisation(list));
		expect(scoreNormalisation(dropped)).toEqual(scoreNormalisation(scored(80, 90, 10)));
	});

	it('is the same from sums', () => {
		expect(normalisationOf(2, 80 + 90, 80 ** 2 + 90 ** 2)).toEqual(
			scoreNormalisation(scored(80, 90)),
		);
	});

	it('always has a mean within the scale and a spread above 0', () => {
		fc.assert(
			fc.property(anyList, (list) => {
				const { mean, deviation } = scoreNormalisation(list);
				expect(mean).toBeGreaterThanOrEqual(1);
				expect(mean).toBeLessThanOrEqual(100);
				expect(deviation).toBeGreaterThan(0);
			}),
		);
	});
});

describe('normaliseScore', () => {
	it('is half relative to the owner, half absolute', () => {
		const strict = { count: 50, mean: 50, deviation: 10 };
		expect(normaliseScore(61, strict)).toBeCloseTo(0.5 * (11 / 10) + 0.5 * (-14 / 14));
	});

	it('is 0 for the usual mean of who judges as everybody does', () => {
		expect(normaliseScore(75, scoreNormalisation([]))).toBe(0);
	});

	it('is undone by denormaliseScore', () => {
		fc.assert(
			fc.property(anyList, anyScore, (list, score) => {
				const own = scoreNormalisation(list);
				expect(denormaliseScore(normaliseScore(score, own), own)).toBeCloseTo(score, 8);
			}),
		);
	});

	it('undoes denormaliseScore, whatever a model predicts', () => {
		const anyValue = fc.double({ min: -5, max: 5, noNaN: true });
		fc.assert(
			fc.property(anyList, anyValue, (list, value) => {
				const own = scoreNormalisation(list);
				expect(normaliseScore(denormaliseScore(value, own), own)).toBeCloseTo(value, 8);
			}),
		);
	});

	it('rises with the score', () => {
		fc.assert(
			fc.property(anyList, anyScore, (list, score) => {
				const own = scoreNormalisation(list);
				expect(normaliseScore(score + 1, own)).toBeGreaterThan(normaliseScore(score, own));
			}),
		);
	});
});
