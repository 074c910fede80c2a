import { expect, test } from 'vitest';
import { scoreFormatOf } from './score-format.ts';

const list = (...scores: (number | null)[]) => scores.map((score) => ({ score }));

const often = (...scores: number[]) => scores.flatMap((score) => [score, score, score, score]);

test('stars and smileys show in the points that AniList makes of them', () => {
	expect(scoreFormatOf(list(...often(90, 70, 70, 50, 30), null))).toBe('stars-5');
	expect(scoreFormatOf(list(...often(85, 60, 60, 35, 85)))).toBe('smileys-3');
});

test('whatever else there is, and a list too short or too plain to tell, is out of 10', () => {
	expect(scoreFormatOf(list(...often(90, 70, 50, 30, 80)))).toBe('points-10');
	expect(scoreFormatOf(list(...often(90, 30, 90, 30, 90)))).toBe('points-10');
	expect(scoreFormatOf(list(90, 70, 50, 30))).toBe('points-10');
	expect(scoreFormatOf(list(...Array.from({ length: 30 }, (_, k) => 70 + k)))).toBe('points-10');
	expect(scoreFormatOf([])).toBe('points-10');
});
