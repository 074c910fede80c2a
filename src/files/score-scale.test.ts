import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ReadList } from './list-file-result.ts';
import { readAsOutOf } from './read-as-out-of.ts';
import { findScale, readScore, rescaleScore, type ScaleTop } from './score-scale.ts';

describe('findScale', () => {
	it.each([
		['a score above 10 proves 100', ['7', '11'], null, 100, 'values'],
		['even against the word of the file', ['7', '85'], 10, 100, 'values'],
		['a fraction proves 10', ['7.5', '8'], null, 10, 'values'],
		['the word of the file', ['1', '5'], 5, 5, 'stated'],
		['the word of the file that all are low', ['1', '5'], 100, 100, 'stated'],
		['a word that the scores do not fit', ['1', '8'], 5, 10, 'assumed'],
		['no word', ['7', '8'], null, 10, 'assumed'],
		['no score', ['0', ''], null, 10, 'values'],
		['nothing readable', ['ten', '1e9', '-70'], null, 10, 'values'],
	] as const)('%s', (_name, scores, stated, outOf, basis) => {
		expect(findScale(scores, stated)).toEqual({ outOf, basis });
	});
});

test.each([
	['', 100, null],
	['0', 100, null],
	['1', 100, 1],
	['95', 100, 95],
	['101', 100, 'unreadable'],
	['8.333333333333334', 10, 83],
	['0.01', 10, 1],
	['5', 5, 90],
	['1', 5, 10],
	['2.5', 5, 'unreadable'],
	['3', 3, 85],
	['4', 3, 'unreadable'],
	['Infinity', 10, 'unreadable'],
	['NaN', 10, 'unreadable'],
	['-1', 10, 'unreadable'],
] as const)('score %j out of %i is %j', (text, outOf, expected) => {
	expect(readScore(text, outOf)).toBe(expected);
});

test('a score is between 1 and 100, whatever stands in the file', () => {
	const tops = fc.constantFrom<ScaleTop>(3, 5, 10, 100);
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.double().map(String)), tops, (text, outOf) => {
			const score = readScore(text, outOf);
			expect(score === null || score === 'unreadable' || (score >= 1 && score <= 100)).toBe(true);
		}),
	);
});

test('a scale that was wrong is put right without loss', () => {
	for (const value of [1, 7, 10]) {
		expect(rescaleScore(value * 10, 10, 100)).toBe(value);
		expect(rescaleScore(value, 100, 10)).toBe(value * 10);
	}
	expect(rescaleScore(null, 10, 100)).toBe(null);
	const list = {
		entries: [{ malId: 1, score: 70, status: 'completed' }],
		anilist: [{ anilistId: 2, score: 80, status: 'dropped', title: '' }],
		report: { scale: { outOf: 10, basis: 'assumed' } },
	} as unknown as ReadList; // only what matters
	const of100 = readAsOutOf(list, 100);
	expect(of100).toEqual({
		entries: [{ malId: 1, score: 7, status: 'completed' }],
		anilist: [{ anilistId: 2, score: 8, status: 'dropped', title: '' }],
		report: { scale: { outOf: 100, basis: 'chosen' } },
	});
	expect(readAsOutOf(of100, 10).entries).toEqual(list.entries);
});
