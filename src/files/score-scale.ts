import { MAX_SCORE } from '#core/profile/list-entry.ts';

/** Highest score that a file's scale knows: smileys, stars, points. */
export type ScaleTop = 3 | 5 | 10 | 100;

/**
 * What the scores of a file are out of, and how that is known: by the format's definition, by the values
 * themselves, because the file says so, because nothing better is known, or because the visitor chose.
 */
export interface ScoreScale {
	readonly outOf: ScaleTop;
	readonly basis: 'format' | 'values' | 'stated' | 'assumed' | 'chosen';
}

/** AniList's own points for its smileys and stars: a smiley says less than a third of the scale. */
const COARSE_POINTS: Readonly<Record<3 | 5, readonly number[]>> = {
	3: [35, 60, 85],
	5: [10, 30, 50, 70, 90],
};

const NUMBER = /^\d{1,3}(?:\.\d{1,20})?$/;

/**
 * Finds the scale of a file whose format leaves it open. A score above 10 proves 100, a fraction below
 * that proves 10: no other scale in use has them. Else the file's own word counts if the scores fit it,
 * and with no word 10 is assumed, for a list of nothing but scores below 11 of 100 is hardly anybody's.
 *
 * @param scores as the file writes them; what is no number is passed over
 * @param stated the scale that the file names
 */
export function findScale(scores: readonly string[], stated: ScaleTop | null): ScoreScale {
	const numbers = scores.filter((text) => NUMBER.test(text)).map(Number);
	const highest = numbers.reduce((most, number) => Math.max(most, number), 0);
	if (highest > 10) return { outOf: 100, basis: 'values' };
	if (numbers.some((number) => !Number.isInteger(number))) return { outOf: 10, basis: 'values' };
	if (stated !== null && highest <= stated) return { outOf: stated, basis: 'stated' };
	// Without a score there is nothing to be wrong about.
	return { outOf: 10, basis: highest === 0 ? 'values' : 'assumed' };
}

/** A score of the file (0 or nothing = not scored) as 1–100 or null. */
export function readScore(text: string, outOf: ScaleTop): number | null | 'unreadable' {
	if (text === '') return null;
	if (!NUMBER.test(text)) return 'unreadable';
	const value = Number(text);
	if (value === 0) return null;
	if (value > outOf) return 'unreadable';
	if (outOf <= 5) return COARSE_POINTS[outOf === 3 ? 3 : 5][value - 1] ?? 'unreadable';
	return Math.max(1, Math.round((value / outOf) * MAX_SCORE));
}

/** A score that was read as out of 10 or 100, read as out of the other. */
export function rescaleScore(score: number | null, from: 10 | 100, to: 10 | 100): number | null {
	if (score === null || from === to) return score;
	const rescaled = from === 10 ? score / 10 : score * 10;
	return Math.min(MAX_SCORE, Math.max(1, Math.round(rescaled)));
}
