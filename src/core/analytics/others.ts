import type { Catalogue } from '../catalogue/catalogue.ts';
import { MAX_SCORE } from '../profile/list-entry.ts';
import { pointsOf } from './score-bins.ts';
import { POINTS } from './reference/reference-file.ts';
import type { ReferenceFigures } from './reference/reference-figures.ts';

/** Points of 100 that one of ten is. */
const POINT = MAX_SCORE / POINTS;
/** Scores that the catalogue's mean counts for beside those of the reference lists. */
const CATALOGUE_SCORES = 8;
/** Titles with fewer scores don't count in how far the reference lists lie from the catalogue's means. */
const FEWEST_SCORES = 50;

/** What others think of a title. */
export interface Others {
	/**
	 * Mean score of a title in points of 100: of the reference lists, drawn towards the catalogue's own mean where they
	 * have few scores, and that alone where they have none. Null where nobody's mean is known.
	 */
	mean(malId: number): number | null;
	/** Where a score stands among the scores of others; null where those are not known one by one. */
	place(malId: number, score: number): ScorePlace | null;
}

export interface ScorePlace {
	/** Share of others who score lower. */
	readonly below: number;
	/** Share of others who score the same, to the nearest point of ten. */
	readonly same: number;
	/** Others who scored the title. */
	readonly scorers: number;
}

/** Joins the reference figures with the catalogue's means. */
export function createOthers(catalogue: Catalogue, reference: ReferenceFigures | null): Others {
	const shift = reference ? catalogueShift(catalogue, reference) : 0;
	const catalogueMean = (malId: number) => {
		const index = catalogue.indexOf(malId);
		const score = index === undefined ? null : catalogue.anime(index).score;
		return score === null ? null : score * POINT + shift;
	};
	return {
		mean(malId) {
			const prior = catalogueMean(malId);
			const points = reference?.pointsOf(malId);
			if (!points) return prior;
			const { count, sum } = totals(points);
			if (prior === null) return sum / count;
			return (sum + CATALOGUE_SCORES * prior) / (count + CATALOGUE_SCORES);
		},
		place(malId, score) {
			const points = reference?.pointsOf(malId);
			if (!points) return null;
			const own = pointsOf(score);
			const { count } = totals(points);
			const below = points.slice(0, own - 1).reduce((sum, many) => sum + many, 0);
			return { below: below / count, same: (points[own - 1] ?? 0) / count, scorers: count };
		},
	};
}

/** How many scores there are, and their sum in points of 100. */
function totals(points: readonly number[]): { count: number; sum: number } {
	return points.reduce(
		({ count, sum }, many, at) => ({ count: count + many, sum: sum + many * (at + 1) * POINT }),
		{ count: 0, sum: 0 },
	);
}

/** How far the reference lists score above the catalogue's means, over well-scored titles, in points of 100. */
function catalogueShift(catalogue: Catalogue, reference: ReferenceFigures): number {
	let [sum, titles] = [0, 0];
	for (let index = 0; index < catalogue.size; index++) {
		const { malId, score } = catalogue.anime(index);
		const points = reference.pointsOf(malId);
		if (!points || score === null) continue;
		const own = totals(points);
		if (own.count < FEWEST_SCORES) continue;
		sum += own.sum / own.count - score * POINT;
		titles++;
	}
	return titles === 0 ? 0 : sum / titles;
}
