import { rankCorrelation } from '../../math/rank-correlation.ts';
import type { ListEntry } from '../../profile/list-entry.ts';
import {
	LEAST_SHARED,
	SURE_FROM,
	type Agreement,
	type ComparedTitle,
	type Pair,
} from './comparison.ts';
import { ownPercentiles } from './own-percentiles.ts';

/** Percentile from which on a title is a favourite of its owner: the best quarter. */
export const FAVOURITE = 0.75;
/** Least distance of percentiles that counts as a difference: a quarter of the scale. */
const DIFFERENT = 0.25;

/** Titles that both lists have scored, in the order of the first. */
export function scoredByBoth([first, second]: Pair<readonly ListEntry[]>): ComparedTitle[] {
	const [percentilesA, percentilesB] = [ownPercentiles(first), ownPercentiles(second)];
	const scoresB = new Map(second.map(({ malId, score }) => [malId, score]));
	return first.flatMap(({ malId, score }) => {
		const [own, others] = [percentilesA.get(malId), percentilesB.get(malId)];
		const other = scoresB.get(malId) ?? null;
		if (own === undefined || others === undefined || score === null || other === null) return [];
		return [{ malId, scores: [score, other], percentiles: [own, others] }];
	});
}

/** How far two go together, or null where too few titles tell. */
export function agreementOf(titles: readonly ComparedTitle[]): Agreement | null {
	if (titles.length < LEAST_SHARED) return null;
	return {
		correlation: rankCorrelation(
			titles.map(({ scores }) => scores[0]),
			titles.map(({ scores }) => scores[1]),
		),
		meanGap: titles.reduce((sum, title) => sum + gapOf(title), 0) / titles.length,
		rough: titles.length < SURE_FROM,
	};
}

/** Favourites of both, the one whose lower percentile is highest first */
export function sharedFavourites(titles: readonly ComparedTitle[], limit: number): ComparedTitle[] {
	const lower = ({ percentiles }: ComparedTitle) => Math.min(...percentiles);
	return titles
		.filter((title) => lower(title) >= FAVOURITE)
		.toSorted((a, b) => lower(b) - lower(a) || a.malId - b.malId)
		.slice(0, limit);
}

/** Where the percentiles lie furthest apart, most first. */
export function biggestDifferences(
	titles: readonly ComparedTitle[],
	limit: number,
): ComparedTitle[] {
	return titles
		.filter((title) => gapOf(title) >= DIFFERENT)
		.toSorted((a, b) => gapOf(b) - gapOf(a) || a.malId - b.malId)
		.slice(0, limit);
}

function gapOf({ percentiles: [a, b] }: ComparedTitle): number {
	return Math.abs(a - b);
}
