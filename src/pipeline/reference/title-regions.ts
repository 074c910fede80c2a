import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { RegionTree } from '#core/analytics/clusters/region-tree.ts';
import { growRegions } from '#learn/regions/grow-regions.ts';
import type { WeightedPoints } from '#learn/regions/split-in-two.ts';
import { subtractLocalMeans } from '#learn/regions/subtract-local-means.ts';

/**
 * Regions of the item space. With 20, and groups of 6 % at least, lists of `validation` users fall into 5 to 12 groups,
 * and leaving out 5 % of a list leaves the groups alike: see docs/profile-analytics.md.
 */
const REGIONS = 20;
/** Least share of the weight of all stories that a region has. */
const LEAST_SHARE = 0.02;
/** Years within which titles are each other's contemporaries. */
const YEARS_ALIKE = 2;
/** Factor of members, as a natural logarithm, within which titles are equally known. */
const RENOWN_ALIKE = 1.5;
const USUAL_YEAR = 2010;

/** What this needs of a model. */
export interface TitleSpace {
	readonly items: Int32Array;
	readonly learnedCount: number;
	titleVector(title: number): Float32Array;
}

export interface TitleRegions extends RegionTree {
	/** Region of every catalogue index. */
	readonly regionOf: Int32Array;
}

/**
 * Cuts the space that a model sees titles in into regions of titles that the same people watch. Franchises stay
 * together. What year and renown explain is taken away first: they are most of what lists have in common, and
 * would leave groups of titles that merely came out at the same time.
 *
 * @param model of the catalogue's titles
 */
export function titleRegions(catalogue: Catalogue, model: TitleSpace): TitleRegions {
	const { points, years, renown } = storyPoints(catalogue, model);
	normalise(points);
	subtractLocalMeans(points, years, YEARS_ALIKE);
	subtractLocalMeans(points, renown, RENOWN_ALIKE);
	normalise(points);
	const whole = points.weights.reduce((sum, weight) => sum + weight, 0);
	const { leafOf, left, right } = growRegions(points, REGIONS, LEAST_SHARE * whole);
	return {
		left,
		right,
		regionOf: Int32Array.from(catalogue.franchise, (franchise) => leafOf[franchise] ?? 0),
	};
}

/** A point for each franchise: the mean of its titles, the well-known ones first of all. */
function storyPoints(catalogue: Catalogue, model: TitleSpace) {
	const { franchiseCount: count } = catalogue;
	const width = model.titleVector(0).length;
	const points: WeightedPoints = {
		width,
		values: new Float32Array(count * width),
		weights: new Float64Array(count),
	};
	const years = new Float64Array(count);
	const renown = new Float64Array(count);
	const itemOf = new Map(Array.from(model.items, (malId, item) => [malId, item]));
	for (let franchise = 0; franchise < count; franchise++) {
		const members = catalogue.franchiseMembers(franchise).map((index) => catalogue.anime(index));
		const most = members.reduce((best, anime) => Math.max(best, anime.members), 0);
		const dated = members.flatMap(({ year, startDate }) => {
			return year ?? (startDate === null ? [] : Number(startDate.slice(0, 4)));
		});
		years[franchise] = dated.reduce((sum, year) => sum + year, 0) / dated.length || USUAL_YEAR;
		renown[franchise] = Math.log1p(most);
		points.weights[franchise] = (1 + most) ** 0.25;
		const learned = members.filter(({ malId }) => (itemOf.get(malId) ?? 0) < model.learnedCount);
		for (const { malId, members: people } of learned.length > 0 ? learned : members) {
			const vector = model.titleVector(itemOf.get(malId) ?? 0);
			const weight = Math.sqrt(1 + people);
			for (let k = 0; k < width; k++) {
				const at = franchise * width + k;
				points.values[at] = (points.values[at] ?? 0) + weight * (vector[k] ?? 0);
			}
		}
	}
	return { points, years, renown };
}

/** Scales every point to unit length; what lies at the origin stays there. */
function normalise({ values, width }: WeightedPoints): void {
	for (let start = 0; start < values.length; start += width) {
		const point = values.subarray(start, start + width);
		const length = Math.hypot(...point);
		if (length > 0) point.forEach((value, k) => (point[k] = value / length));
	}
}
