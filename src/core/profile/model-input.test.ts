import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ListEntry } from './list-entry.ts';
import {
	contributionReason,
	contributionReasons,
	entryWeight,
	modelInput,
	profileScale,
} from './model-input.ts';

const entry = (malId: number, score: number | null, status: ListEntry['status'] = 'completed') =>
	({ malId, score, status }) as const;
const scored = (...scores: (number | null)[]) => scores.map((score, at) => entry(at + 1, score));

/** The weight of the last entry within its list. */
function lastWeight(entries: readonly ListEntry[]): number {
	const last = entries.at(-1);
	if (!last) throw new RangeError('An entry was expected.');
	return entryWeight(last, profileScale(entries));
}

const anyScore = fc.option(fc.integer({ min: 1, max: 100 }), { nil: null });
const anyStatus = fc.constantFrom<ListEntry['status']>(
	'watching',
	'completed',
	'on-hold',
	'dropped',
	'plan-to-watch',
);
const anyList = fc.uniqueArray(
	fc.record({ malId: fc.integer({ min: 1, max: 40 }), score: anyScore, status: anyStatus }),
	{ selector: ({ malId }) => malId, maxLength: 40 },
);

describe('entryWeight', () => {
	it('never falls when the score rises', () => {
		fc.assert(
			fc.property(anyList, anyStatus, fc.nat(99), fc.nat(99), (list, status, x, y) => {
				const scale = profileScale(list);
				const [low, high] = [Math.min(x, y) + 1, Math.max(x, y) + 1];
				expect(entryWeight({ score: low, status }, scale)).toBeLessThanOrEqual(
					entryWeight({ score: high, status }, scale),
				);
			}),
		);
	});

	it('stays between −0.3 and 1.15', () => {
		fc.assert(
			fc.property(anyList, (list) => {
				const scale = profileScale(list);
				for (const each of list) {
					expect(entryWeight(each, scale)).toBeGreaterThanOrEqual(-0.3);
					expect(entryWeight(each, scale)).toBeLessThanOrEqual(1.15);
				}
			}),
		);
	});

	it('is 0 for planned titles and below 0 for dropped ones, whatever their score', () => {
		fc.assert(
			fc.property(anyList, anyScore, (list, score) => {
				const scale = profileScale(list);
				expect(entryWeight({ score, status: 'plan-to-watch' }, scale)).toBe(0);
				expect(entryWeight({ score, status: 'dropped' }, scale)).toBeLessThan(0);
			}),
		);
	});

	it('is presence where nothing is scored', () => {
		expect(lastWeight(scored(null, null, null))).toBe(1);
	});

	test.each([30, 50, 70, 100])('is near presence where everything is scored %i', (score) => {
		const weight = lastWeight(scored(...Array.from({ length: 200 }, () => score)));
		expect(Math.abs(weight - 1)).toBeLessThan(0.1);
	});

	it('holds a score against its owner: 50 is little from a generous one, much from a strict one', () => {
		const among = (usual: number) =>
			lastWeight(scored(...Array.from({ length: 60 }, () => usual), 50));
		expect(among(90)).toBeLessThan(0);
		expect(among(45)).toBeGreaterThan(0.9);
	});

	it('turns a single bad score against its kin, and a meh one into next to nothing', () => {
		expect(lastWeight(scored(20))).toBe(-0.3);
		expect(lastWeight(scored(50))).toBeLessThan(0.25);
		expect(lastWeight(scored(50))).toBeGreaterThanOrEqual(0);
		expect(lastWeight(scored(80))).toBeGreaterThan(1);
		expect(lastWeight(scored(100))).toBe(1.15);
	});

	it('does not take a handful of bad scores for a strict judge', () => {
		expect(lastWeight(scored(20, 20, 20, 20))).toBe(-0.3);
	});

	it('lets the same distance from the mean speak louder in a short list', () => {
		const long = Array.from({ length: 99 }, () => 75);
		expect(lastWeight(scored(75, 75, 50))).toBeLessThan(lastWeight(scored(...long, 50)));
	});
});

describe('contributionReason', () => {
	it('says disliked or dropped exactly where the weight is below 0', () => {
		fc.assert(
			fc.property(anyList, (list) => {
				const scale = profileScale(list);
				for (const each of list.filter(({ status }) => status !== 'plan-to-watch')) {
					const against = ['disliked', 'dropped'].includes(contributionReason(each, scale));
					expect(against).toBe(entryWeight(each, scale) < 0);
				}
			}),
		);
	});

	it('names the four cases', () => {
		const list = [
			entry(1, 90),
			entry(2, 20),
			entry(3, null),
			entry(4, 90, 'dropped'),
			entry(5, 60),
			entry(6, 80, 'watching'),
		];
		expect([...contributionReasons(list)]).toEqual([
			[1, 'liked'],
			[2, 'disliked'],
			[3, 'watched'],
			[4, 'dropped'],
			[5, 'watched'],
			[6, 'liked'],
		]);
	});
});

describe('modelInput', () => {
	const positions = new Map([
		[10, 2],
		[20, 0],
		[30, 1],
	]);

	it('lists known, watched titles by position', () => {
		const list = [entry(10, null), entry(20, null), entry(99, 80), entry(30, 80, 'plan-to-watch')];
		const input = modelInput(list, positions);
		expect([...input.items]).toEqual([0, 2]);
		expect([...input.weights]).toEqual([1, 1]);
	});

	it('sorts positions as numbers', () => {
		const many = new Map(Array.from({ length: 30 }, (_, at) => [at + 1, at]));
		const { items } = modelInput(scored(...Array.from({ length: 30 }, () => null)), many);
		expect([...items]).toEqual(Array.from({ length: 30 }, (_, at) => at));
	});

	it('judges by titles that the model does not know as well', () => {
		const strict = Array.from({ length: 80 }, (_, at) => entry(1000 + at, 40));
		const alone = modelInput([entry(10, 40)], positions).weights[0] ?? 0;
		const among = modelInput([...strict, entry(10, 40)], positions).weights[0] ?? 0;
		expect(alone).toBeLessThan(0);
		expect(among).toBeGreaterThan(0.5);
	});

	it('takes the last of two entries of one title', () => {
		const input = modelInput([entry(10, null), entry(10, null, 'dropped')], positions);
		expect([...input.items]).toEqual([2]);
		expect(input.weights[0]).toBeLessThan(0);
	});
});
