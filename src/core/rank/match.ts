import { MATCH_STRENGTHS, type MatchStrength } from './recommendation.ts';

/** How far a list's scores lie from each other: what a single score is held against. */
export interface ScoreScale {
	/** Best score of the titles whose stories are new to the visitor. */
	readonly best: number;
	readonly mean: number;
	readonly deviation: number;
}

/**
 * Least distance from the mean, in standard deviations of all unseen titles, for each word. On real lists of 30 to
 * 300 entries the best title lies 3.9 to 5.3 above it, the 10th 3.5 to 4.4, the 50th about 3.5, the 500th 2.
 */
const LEAST_DEVIATIONS: readonly (readonly [number, MatchStrength])[] = [
	[4.5, 'outstanding'],
	[3.75, 'strong'],
	[3, 'good'],
	[2, 'fair'],
];

/**
 * Scale of the scores of everything unseen; all zero where there is nothing.
 *
 * @param unseen scores of the titles that the visitor has not seen
 * @param fresh those among them whose franchise the visitor has not touched: a second season is so sure
 *   a match that beside it everything new would look faint
 */
export function scoreScale(unseen: Float32Array, fresh: Float32Array): ScoreScale {
	if (unseen.length === 0) return { best: 0, mean: 0, deviation: 0 };
	let sum = 0;
	let sumOfSquares = 0;
	for (const score of unseen) {
		sum += score;
		sumOfSquares += score * score;
	}
	const mean = sum / unseen.length;
	const variance = Math.max(0, sumOfSquares / unseen.length - mean * mean);
	const best = (fresh.length > 0 ? fresh : unseen).reduce((most, score) => Math.max(most, score));
	return { best, mean, deviation: Math.sqrt(variance) };
}

/**
 * How likely a title is beside the best new story, at most 1. Scores are logits of a ranking (a softmax over all
 * titles was trained on them), so a difference of scores is a ratio of chances, whatever their signs.
 */
export function matchShare(score: number, { best }: ScoreScale): number {
	return Math.min(1, Math.exp(score - best));
}

/** Below this number of used entries a list is called rough. */
export const ROUGH_BELOW = 4;

/** From so many used entries on a match may be called outstanding: what fewer say of a title is partly its fame … */
const SURE_FROM = 10;
/** … for which so many deviations are taken off. */
const FAME = 0.75;

/** Whether so few entries were used that a list is a guess. */
export function isRough(usedEntries: number): boolean {
	return usedEntries < ROUGH_BELOW;
}

/**
 * How unusual a score is among all unseen titles, in words.
 *
 * @param usedEntries entries behind the score; a rough list says "good" at most, a short one "strong"
 */
export function matchStrength(
	score: number,
	scale: ScoreScale,
	usedEntries: number,
): MatchStrength {
	if (scale.deviation === 0) return 'slight';
	const short = usedEntries < SURE_FROM;
	const deviations = (score - scale.mean) / scale.deviation - (short ? FAME : 0);
	const word = LEAST_DEVIATIONS.find(([least]) => deviations >= least)?.[1] ?? 'slight';
	const most = isRough(usedEntries) ? 'good' : short ? 'strong' : 'outstanding';
	const step = Math.max(MATCH_STRENGTHS.indexOf(word), MATCH_STRENGTHS.indexOf(most));
	return MATCH_STRENGTHS[step] ?? word;
}
