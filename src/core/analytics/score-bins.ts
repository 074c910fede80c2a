import type { ScoreBin } from './profile-analytics.ts';
import { POINTS } from './reference/reference-file.ts';

/** Points 1–10 of a score of 1–100: the nearest ten, at least 1. A MyAnimeList 8 is 80 here and 8 again. */
export function pointsOf(score: number): number {
	return Math.min(POINTS, Math.max(1, Math.round((score * POINTS) / 100)));
}

/**
 * How often each of the points 1–10 was given, beside how often others give it.
 *
 * @param scores of 1–100
 * @param others how often others give 1 … 10; null where that is not known
 */
export function scoreBins(
	scores: readonly number[],
	others: readonly number[] | null,
): readonly ScoreBin[] {
	const counts = new Int32Array(POINTS);
	for (const score of scores) {
		const at = pointsOf(score) - 1;
		counts[at] = (counts[at] ?? 0) + 1;
	}
	const all = others?.reduce((sum, count) => sum + count, 0) ?? 0;
	return Array.from(counts, (count, at) => ({
		points: at + 1,
		count,
		share: count / Math.max(1, scores.length),
		othersShare: all === 0 ? null : (others?.[at] ?? 0) / all,
	}));
}
