/** Version of the file's layout; a reader takes only its own. */
export const REFERENCE_FORMAT = 1;

/** Titles with fewer scores than this have no counts of their own in the file. */
export const LEAST_SCORERS = 5;
/** Scores are counted as 1 … 10. */
export const POINTS = 10;
/** Distributions are told at 0, 5, … 100 %. */
export const QUANTILE_STEPS = 20;

/** What the whole numbers of distributions are multiples of. */
export const UNITS = {
	/** Of a mean score, in points of 100. */
	mean: 0.01,
	/** Of a drop rate, 0–1. */
	dropRate: 0.0001,
	/** Of the mean natural logarithm of one more than the members of titles. */
	renown: 0.001,
} as const;

/**
 * `reference.json`: what real lists are like, in whole numbers. Sums over many lists and nothing of any single one.
 * Columns have one value a title, ascending by MyAnimeList id. See docs/profile-analytics.md.
 */
export interface ReferenceFile {
	readonly format: number;
	readonly kind: 'reference';
	/** One number: the lists that everything was counted on. */
	readonly lists: readonly number[];
	/** Each MyAnimeList id less the one before it. */
	readonly malIdSteps: readonly number[];
	/** Lists that each title is on, but for plans. */
	readonly listings: readonly number[];
	/** How often each title got 1 … 10, ten numbers a title; all 0 with fewer than {@link LEAST_SCORERS} scores. */
	readonly points: readonly number[];
	/** How often 1 … 10 was given to any title. */
	readonly allPoints: readonly number[];
	/** Quantiles of the titles on a list. */
	readonly listed: readonly number[];
	/** Quantiles of the mean score of a list. */
	readonly means: readonly number[];
	/** Quantiles of dropped ÷ (completed + dropped), of lists that tell statuses. */
	readonly dropRates: readonly number[];
	/** How well known the titles of a list are, by its length: short lists are of well-known titles. */
	readonly renown: {
		/** Most titles of a list of each band, ascending; the last band has no end, which 0 says. */
		readonly mostTitles: readonly number[];
		/** Quantiles of the bands, one after the other. */
		readonly quantiles: readonly number[];
	};
	/** See `RegionTree`. */
	readonly regions: {
		readonly left: readonly number[];
		readonly right: readonly number[];
		readonly regionOf: readonly number[];
	};
}
