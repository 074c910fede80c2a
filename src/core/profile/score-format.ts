import type { ListEntry } from './list-entry.ts';

/** Scales that people score on; 10 with or without decimals is one. */
export const SCORE_FORMATS = ['points-10', 'points-100', 'stars-5', 'smileys-3'] as const;
export type ScoreFormat = (typeof SCORE_FORMATS)[number];

/** What AniList makes of stars and smileys in points of 100; nobody's points are all among so few by chance. */
const COARSE: readonly (readonly [ScoreFormat, ReadonlySet<number>])[] = [
	['smileys-3', new Set([35, 60, 85])],
	['stars-5', new Set([10, 30, 50, 70, 90])],
];

/** Scores of which a list must have some to show its format. */
const LEAST_SCORES = 10;

/**
 * The scale that a list was scored on, as far as its scores show it: stars and smileys, else 10. Points of 100 can't be
 * told from points of 10 with decimals, and read as those.
 */
export function scoreFormatOf(entries: readonly Pick<ListEntry, 'score'>[]): ScoreFormat {
	const scores = entries.map(({ score }) => score).filter((score) => score !== null);
	if (scores.length < LEAST_SCORES) return 'points-10';
	const found = COARSE.find(([, points]) => scores.every((score) => points.has(score)));
	return found?.[0] ?? 'points-10';
}
