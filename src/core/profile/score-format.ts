import type { ListEntry } from './list-entry.ts';

/** Scales that people score on; 10 with or without decimals is one. */
export const SCORE_FORMATS = ['points-10', 'points-100', 'stars-5', 'smileys-3'] as const;
export type ScoreFormat = (typeof SCORE_FORMATS)[number];

/**
 * What AniList makes of stars and smileys in points of 100, and how many of them a list must show. No whole points of 10
 * are smileys, but all stars are: somebody who gave nothing but 9s and 3s scores out of 10 all the same.
 */
const COARSE: readonly (readonly [ScoreFormat, points: ReadonlySet<number>, least: number])[] = [
	['smileys-3', new Set([35, 60, 85]), 1],
	['stars-5', new Set([10, 30, 50, 70, 90]), 4],
];

/** With fewer scores than that nobody's points are all among so few but by chance. */
const LEAST_SCORES = 20;

/**
 * The scale that a list was scored on, as far as its scores show it: stars and smileys, else 10. Points of 100 can't be
 * told from points of 10 with decimals, and read as those.
 */
export function scoreFormatOf(entries: readonly Pick<ListEntry, 'score'>[]): ScoreFormat {
	const scores = entries.map(({ score }) => score).filter((score) => score !== null);
	if (scores.length < LEAST_SCORES) return 'points-10';
	const different = new Set(scores);
	const found = COARSE.find(
		([, points, least]) => different.size >= least && different.isSubsetOf(points),
	);
	return found?.[0] ?? 'points-10';
}
