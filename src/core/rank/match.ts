import type { MatchStrength } from './recommendation.ts';

/** How far a list's scores lie from each other: what a single score is held against. */
export interface ScoreScale {
	/** Best score of the titles whose stories are new to the visitor. */
	readonly best: number;
	readonly mean: number;
	readonly deviation: number;
}

/** Least distance from the mean, in standard deviations of all unseen titles, for each word. */
const LEAST_DEVIATIONS: readonly (readonly [number, MatchStrength])[] = [
	[7, 'outstanding'],
	[4.5, 'strong'],
	[3, 'good'],
	[1.5, 'fair'],
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

/** A score relative to the best new story, at most 1; 0 for whatever speaks against a title. */
export function matchShare(score: number, scale: ScoreScale): number {
	if (scale.best <= 0) return 0;
	return Math.min(1, Math.max(0, score / scale.best));
}

/** Below this number of used entries a list is called rough. */
export const ROUGH_BELOW = 4;

/** The most that a rough list may promise. */
const ROUGH_WORDS: Partial<Record<MatchStrength, MatchStrength>> = {
	outstanding: 'good',
	strong: 'good',
};

/** Whether so few entries were used that a list is a guess. */
export function isRough(usedEntries: number): boolean {
	return usedEntries < ROUGH_BELOW;
}

/**
 * How unusual a score is among all unseen titles, in words.
 *
 * @param usedEntries entries behind the score; a rough list says "good" at most
 */
export function matchStrength(
	score: number,
	scale: ScoreScale,
	usedEntries: number,
): MatchStrength {
	if (scale.deviation === 0) return 'slight';
	const deviations = (score - scale.mean) / scale.deviation;
	const word = LEAST_DEVIATIONS.find(([least]) => deviations >= least)?.[1] ?? 'slight';
	return isRough(usedEntries) ? (ROUGH_WORDS[word] ?? word) : word;
}
