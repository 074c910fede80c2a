import { expect, test } from 'vitest';
import { scoreFormatOf } from './score-format.ts';

const list = (...scores: (number | null)[]) => scores.map((score) => ({ score }));

test('stars and smileys show in the points that AniList makes of them', () => {
	expect(scoreFormatOf(list(...[90, 70, 70, 50, 30].flatMap((s) => [s, s]), null))).toBe('stars-5');
	expect(scoreFormatOf(list(...[85, 60, 60, 35, 85].flatMap((s) => [s, s])))).toBe('smileys-3');
});

test('whatever else there is, and a list too short to tell, is out of 10', () => {
	expect(scoreFormatOf(list(90, 70, 70, 50, 30, 80, 90, 10, 90, 70))).toBe('points-10');
	expect(scoreFormatOf(list(90, 70, 50))).toBe('points-10');
	expect(scoreFormatOf(list(...Array.from({ length: 20 }, (_, k) => 73 + k)))).toBe('points-10');
	expect(scoreFormatOf([])).toBe('points-10');
});
