import { describe, expect, it } from 'vitest';
import { clusterOf, leftOut, opinionOf } from '#tests/support/profile-answer.ts';
import {
	expectedWords,
	groupName,
	groupReason,
	groupWords,
	impactWords,
	opinionWords,
	scoreToTry,
} from './insight-words.ts';

describe('an unusual opinion', () => {
	it.each([
		[{ rarity: 0.04 }, '4\u202f% of people score it this low; their mean is 8.6'],
		[
			{ score: 100, othersMean: 61, rarity: 0.004 },
			'Fewer than 1\u202f% of people score it this high; their mean is 6.1',
		],
	])('%j is in words', (opinion, words) => {
		expect(opinionWords(opinionOf(opinion))).toBe(words);
	});
});

describe('an entry left out', () => {
	it('says how much hangs on it', () => {
		expect(impactWords(leftOut({ impact: 0.081 }), 40)).toBe(
			'8\u202f% of what moves your recommendations',
		);
	});

	it('of many says so against a usual one', () => {
		expect(impactWords(leftOut({ impact: 0.004 }), 1_000)).toBe(
			'Moves your recommendations 4.0 times as much as a usual title',
		);
		expect(impactWords(leftOut({ impact: 0.012 }), 1_000)).toBe(
			'Moves your recommendations 12 times as much as a usual title',
		);
		expect(impactWords(leftOut({ impact: 0.001 }), 1_000)).toMatch(/^<1\u202f%/);
	});

	it.each([
		[{ score: 30, predicted: 81, difference: -51 }, 'Expected 8.1; you gave 5.1 less'],
		[{ score: 90, predicted: 62, difference: 28 }, 'Expected 6.2; you gave 2.8 more'],
		[{ score: 80, predicted: 80.2, difference: -0.2 }, 'Expected 8.0, as you gave it'],
		[{ score: null, predicted: 71, difference: null }, 'Expected 7.1'],
	])('says what was expected: %j', (entry, words) => {
		expect(expectedWords(leftOut(entry))).toBe(words);
	});

	it.each([
		[{ score: 30, predicted: 81 }, 80],
		[{ score: 80, predicted: 78 }, 30],
		[{ score: 40, predicted: 45 }, 90],
		[{ score: null, predicted: 71 }, 30],
		[{ score: null, predicted: 41 }, 90],
		[{ score: 60, predicted: 104 }, 100],
	])('is tried out with another score: %j with %d', (entry, score) => {
		expect(scoreToTry(leftOut(entry))).toBe(score);
	});
});

describe('a group', () => {
	const titleOf = (malId: number) => `Title ${malId}`;

	it.each([
		[[{ kind: 'genre', value: 'Sports' }], 'Sports'],
		[
			[
				{ kind: 'era', value: '1990s' },
				{ kind: 'theme', value: 'Mecha' },
				{ kind: 'type', value: 'Movie' },
			],
			'The 1990s, Mecha and movies',
		],
		[[{ kind: 'title', value: '44' }], 'Around Title 44'],
	] as const)('is named by %j: %s', (traits, name) => {
		const group = clusterOf({
			traits: traits.map((trait) => ({ ...trait, share: 0.8, elsewhere: 0.1 })),
		});
		expect(groupName(group, titleOf)).toBe(name);
	});

	it('says how large it is and why it has its name', () => {
		expect(groupWords(clusterOf({ count: 28, share: 0.23, mean: 81 }))).toBe(
			'28 titles, 23\u202f%, your mean 8.1',
		);
		expect(groupWords(clusterOf({ count: 1, share: 0.5, mean: null }))).toBe('1 title, 50\u202f%');
		expect(groupReason(clusterOf({}))).toBe('80\u202f% Sports; of well-known titles 5\u202f%');
		const around = { kind: 'title', value: '44', share: 1, elsewhere: 0 } as const;
		expect(groupReason(clusterOf({ traits: [around] }))).toBe('');
	});
});
