import { describe, expect, test } from 'vitest';
import { againstWords, predictedWords, scaleWords, unusualPlaces } from './card-words.ts';

describe('predicted scores', () => {
	test('stand with their usual error, where it is known', () => {
		expect(predictedWords({ predictedScore: 78.1, usualError: 8.6 })).toBe('7.8 ± 0.9');
		expect(predictedWords({ predictedScore: 100, usualError: 0.2 })).toBe('10.0 ± 0.1');
		expect(predictedWords({ predictedScore: 81.4 })).toBe('about 8.1');
	});

	test('are on the scale of the visitor', () => {
		const row = { predictedScore: 78.1, usualError: 8.6 };
		expect(predictedWords(row, 'points-100')).toBe('78 ± 9');
		// Four stars are 70 of AniList's points, five 90.
		expect(predictedWords(row, 'stars-5')).toBe('4.4 ± 0.4');
		expect(predictedWords({ predictedScore: 100 }, 'stars-5')).toBe('about 5.0');
		expect(predictedWords(row, 'smileys-3')).toBe('probably a smile');
		expect(predictedWords({ predictedScore: 60 }, 'smileys-3')).toBe('probably a straight face');
		expect(predictedWords({ predictedScore: 40 }, 'smileys-3')).toBe('probably a frown');
		expect([scaleWords(), scaleWords('stars-5'), scaleWords('smileys-3')]).toEqual([
			' of 10',
			' of 5 stars',
			'',
		]);
	});
});

test('an unusual match is told by both places, the one for everyone roughly', () => {
	expect(unusualPlaces(14, { level: 'very-unusual', popularPlace: 2_134 })).toBe(
		'place 14 for you, about 2,100 for everyone',
	);
});

test('kinds are told by what was done to them', () => {
	const mecha = { kind: 'tag', name: 'Mecha', seen: 5, malIds: [1, 2] } as const;
	expect(againstWords({ ...mecha, dropped: 2, scoredLow: 0 })).toBe('you dropped 2 of 5 Mecha');
	expect(againstWords({ ...mecha, dropped: 0, scoredLow: 3 })).toBe('you scored 3 of 5 Mecha low');
	expect(againstWords({ ...mecha, dropped: 1, scoredLow: 2 })).toBe(
		'you dropped or scored low 3 of 5 Mecha',
	);
	const studio = { ...mecha, kind: 'studio', name: 'Gonzo' } as const;
	expect(againstWords({ ...studio, dropped: 2, scoredLow: 0 })).toBe('you dropped 2 of 5 by Gonzo');
});
