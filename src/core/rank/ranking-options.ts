import type { AiringStatus, AnimeType, Season } from '../catalogue/anime.ts';

/** What plans of the visitor do: they appear, appear with a mark, or stay away with all that belongs to them. */
export const PLAN_HANDLINGS = ['show', 'mark', 'hide'] as const;
export type PlanHandling = (typeof PLAN_HANDLINGS)[number];

/** Titles for adults stay away, appear with a blurred poster, or appear like any other. */
export const ADULT_HANDLINGS = ['hide', 'blur', 'show'] as const;
export type AdultHandling = (typeof ADULT_HANDLINGS)[number];

/** Values to choose by, as the catalogue writes them. A title whose value no source knows has none. */
export interface FactChoices {
	/** Names of genres, themes and demographics. */
	readonly tags: readonly string[];
	readonly types: readonly AnimeType[];
	readonly studios: readonly string[];
	/** What it was adapted from: `Manga`, `Original`, … */
	readonly sources: readonly string[];
	readonly statuses: readonly AiringStatus[];
	/** Age rating codes: `G`, `PG`, `PG-13`, `R`, `R+`, `Rx`. */
	readonly ageRatings: readonly string[];
	readonly seasons: readonly Season[];
}
export type FactKind = keyof FactChoices;

/** All kinds of fact that can be chosen by, in the order of a filter drawer. */
export const FACT_KINDS = [
	'tags',
	'types',
	'studios',
	'sources',
	'statuses',
	'ageRatings',
	'seasons',
] as const satisfies readonly FactKind[];

/** Both ends belong to it; an end that is missing is open. What no source knows lies in no range with an end. */
export interface Range {
	readonly least?: number;
	readonly most?: number;
}

/** What can be bounded. */
export interface Ranges {
	/** Year in which it began. */
	readonly year: Range;
	/** Length of one episode in minutes. */
	readonly minutes: Range;
	readonly episodes: Range;
}
export type RangeKind = keyof Ranges;
export const RANGE_KINDS = ['year', 'minutes', 'episodes'] as const satisfies readonly RangeKind[];

/** "Not interested": what never appears, whatever else is asked for. */
export interface Hidden {
	/** MyAnimeList ids. */
	readonly titles: readonly number[];
	/** MyAnimeList ids of any one member of each franchise. */
	readonly franchises: readonly number[];
	/** Names of genres, themes and demographics. */
	readonly tags: readonly string[];
	/** MyAnimeList ids of any one dropped title of each franchise that may appear all the same (the way back from F3). */
	readonly restored: readonly number[];
}

/** How the list is ordered and what is let in, beyond the oldest switches. All of it can stand in an address. */
export interface RankingOptions {
	/**
	 * How much liking counts beside watching, 0–1. At 0.5 the order is the model's own, which mixes both; towards 0
	 * what the visitor would watch comes first, towards 1 what the visitor would score highest.
	 */
	readonly ratingWeight: number;
	/** How much lesser-known stories are lifted, 0–1. */
	readonly niche: number;
	/** Kept part of the catalogue, in percent of its titles: 0 is the least known, 100 the best known title. */
	readonly popularity: Range;
	/** What was dropped or disliked counts as watched without a score. */
	readonly ignoreDislikes: boolean;
	/** How unlike each other the first hundred titles are made to follow, 0–1: 0 orders by score alone. */
	readonly diversity: number;
	/**
	 * Where a kind names anything, a title needs all of the tags, or one of the values of any other kind. A type
	 * named here is let in whatever the `include` switches say.
	 */
	readonly only: FactChoices;
	/** What a title must have none of. */
	readonly without: FactChoices;
	readonly ranges: Ranges;
	/** Least number of people who have it on their lists. */
	readonly minMembers: number;
	/** `show` and `mark` rank alike: rows say whether they are planned, and only `mark` shows it. */
	readonly plans: PlanHandling;
	/** `blur` and `show` rank alike. */
	readonly adult: AdultHandling;
}

/** Nothing chosen. */
export const NO_CHOICES: FactChoices = {
	tags: [],
	types: [],
	studios: [],
	sources: [],
	statuses: [],
	ageRatings: [],
	seasons: [],
};

/** The list as it is for somebody who has touched nothing. */
export const DEFAULT_RANKING_OPTIONS: RankingOptions = {
	ratingWeight: 0.5,
	niche: 0,
	popularity: {},
	ignoreDislikes: false,
	diversity: 0,
	only: NO_CHOICES,
	without: NO_CHOICES,
	ranges: { year: {}, minutes: {}, episodes: {} },
	minMembers: 0,
	plans: 'mark',
	adult: 'hide',
};

/** Options as a request may leave them out, in whole or in part; `adult` was a switch once. */
export interface PartialRankingOptions extends Partial<
	Omit<RankingOptions, 'only' | 'without' | 'ranges' | 'adult'>
> {
	readonly only?: Partial<FactChoices>;
	readonly without?: Partial<FactChoices>;
	readonly ranges?: Partial<Ranges>;
	readonly adult?: AdultHandling | boolean;
}

/** Fills in the defaults. `adult: true` means `show`, `false` means `hide`. */
export function rankingOptions(options: PartialRankingOptions): RankingOptions {
	const { ranges, only, without, adult } = options;
	const defaults = DEFAULT_RANKING_OPTIONS;
	return {
		ratingWeight: options.ratingWeight ?? defaults.ratingWeight,
		niche: options.niche ?? defaults.niche,
		popularity: options.popularity ?? defaults.popularity,
		ignoreDislikes: options.ignoreDislikes ?? defaults.ignoreDislikes,
		diversity: options.diversity ?? defaults.diversity,
		only: { ...defaults.only, ...only },
		without: { ...defaults.without, ...without },
		ranges: { ...defaults.ranges, ...ranges },
		minMembers: options.minMembers ?? defaults.minMembers,
		plans: options.plans ?? defaults.plans,
		adult: typeof adult === 'boolean' ? (adult ? 'show' : 'hide') : (adult ?? defaults.adult),
	};
}
