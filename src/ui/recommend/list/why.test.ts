import { describe, expect, test } from 'vitest';
import type { Contribution } from '#core/rank/recommendation.ts';
import { capitalise, mainContributions, whyPhrases, whyWords } from './why.ts';

const contribution = (
	malId: number,
	reason: Contribution['reason'],
	sign: 1 | -1,
	share: number,
): Contribution => ({ malId, reason, sign, share, score: null });

describe('whyWords', () => {
	test('say what was felt where that is the reason', () => {
		expect(whyWords({ reason: 'liked', sign: 1 })).toBe('because you liked');
		expect(whyWords({ reason: 'disliked', sign: -1 })).toBe('although you disliked');
		expect(whyWords({ reason: 'dropped', sign: -1 })).toBe('although you dropped');
	});

	test('never claim that a dislike speaks for a title, nor a liking against it', () => {
		expect(whyWords({ reason: 'disliked', sign: 1 })).toBe('because you watched');
		expect(whyWords({ reason: 'dropped', sign: 1 })).toBe('because you started');
		expect(whyWords({ reason: 'liked', sign: -1 })).toBe('held back by');
	});
});

describe('whyPhrases', () => {
	test('titles with one reason stand together, those in favour first', () => {
		const phrases = whyPhrases([
			contribution(1, 'disliked', -1, 0.4),
			contribution(2, 'liked', 1, 0.3),
			contribution(3, 'watched', 1, 0.2),
			contribution(4, 'liked', 1, 0.1),
		]);
		expect(phrases.map(({ words }) => words)).toEqual([
			'because you liked',
			'because you watched',
			'although you disliked',
		]);
		expect(phrases[0]?.contributions.map(({ malId }) => malId)).toEqual([2, 4]);
	});

	test('nothing to say is no phrase', () => expect(whyPhrases([])).toEqual([]));
});

test('a closed row names two titles in favour and the strongest against, even if it comes last', () => {
	const main = mainContributions([
		contribution(1, 'liked', 1, 0.3),
		contribution(2, 'liked', 1, 0.2),
		contribution(3, 'liked', 1, 0.15),
		contribution(4, 'disliked', -1, 0.1),
		contribution(5, 'disliked', -1, 0.05),
	]);
	expect(main.map(({ malId }) => malId)).toEqual([1, 2, 4]);
});

test('a sentence begins with a capital', () => {
	expect(capitalise('because you liked')).toBe('Because you liked');
	expect(capitalise('')).toBe('');
});
