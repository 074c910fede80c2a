import type { ListEntry } from '../profile/list-entry.ts';
import type { AnimeCard } from '../rank/answer.ts';

/** A row of a list with what some sources tell besides; `SiteEntry` is one. */
export interface ProfileEntry extends ListEntry {
	/** Episodes watched. */
	readonly progress?: number;
	/** Times watched again. */
	readonly rewatches?: number;
}

/** `facts` are counts and means, some milliseconds; `insights` are what the model makes of the list, up to half a second. */
export const PROFILE_PARTS = ['facts', 'insights'] as const;
export type ProfilePart = (typeof PROFILE_PARTS)[number];

/** What is asked of a list; everything in it is data. */
export interface ProfileRequest {
	readonly entries: readonly ProfileEntry[];
	/** The parts wanted; a page asks for the facts first. */
	readonly parts: readonly ProfilePart[];
}

/** What a list says about its owner: plain data, without NaN or Infinity, the same for the same list. */
export interface ProfileAnalytics {
	/** Null where not asked for. */
	readonly facts: ProfileFacts | null;
	/** Null where not asked for. */
	readonly insights: ProfileInsights | null;
	/** The facts of every title that is mentioned, each once. */
	readonly anime: readonly AnimeCard[];
}

/*
 * Words of everything below. Scores are in points of 100, as in `ListEntry`. A share is 0–1. Planned titles are
 * counted in `counts` and `statuses` and nowhere else. "Others" are the lists that the reference figures of the
 * bundle were made from; what needs them is null in a bundle without.
 */

/** What can be counted. */
export interface ProfileFacts {
	readonly counts: EntryCounts;
	readonly statuses: StatusFacts;
	readonly time: WatchTime;
	readonly scores: ScoreFacts;
	/** Titles by what they are, one table for each kind; see {@link FACET_KINDS}. */
	readonly facets: { readonly [Kind in FacetKind]: readonly FacetRow[] };
	readonly popularity: PopularityOfTaste | null;
	/** Scores that fewest of the others give, rarest first, at most ten; none without reference figures. */
	readonly opinions: readonly UnusualOpinion[];
}

export interface EntryCounts {
	/** Titles on the list, each once. */
	readonly listed: number;
	/** Of them planned. */
	readonly planned: number;
	/** Of them not planned, and known to the catalogue: what everything else is about. */
	readonly watched: number;
	/** Of them not planned, and not known to the catalogue. */
	readonly unknown: number;
	/** Of `watched` those with a score. */
	readonly scored: number;
	/** Share of the reference lists (20 to 1,500 titles, plans left out) with fewer titles. */
	readonly listedPercentile: number | null;
}

export interface StatusFacts {
	readonly watching: number;
	readonly completed: number;
	readonly onHold: number;
	readonly dropped: number;
	readonly planned: number;
	/** Completed ÷ everything that was begun; null where nothing was. */
	readonly completionRate: number | null;
	/** Dropped ÷ (completed + dropped); null where neither was done. */
	readonly dropRate: number | null;
	/** Share of the reference lists with a lower drop rate. */
	readonly dropRatePercentile: number | null;
}

/**
 * Episodes × minutes. Of completed titles all episodes count, of others those that the list says were watched;
 * times watched again count as whole ones.
 */
export interface WatchTime {
	readonly minutes: number;
	readonly episodes: number;
	/** Watched titles that are in the sums. */
	readonly counted: number;
	/** Watched titles that are not: their length, or how much of them was seen, is not known. */
	readonly uncounted: number;
}

export interface ScoreFacts {
	/** Points 1–10, each once, ascending. Scores are rounded to the next ten, at least 1. */
	readonly bins: readonly ScoreBin[];
	/** Null without scores. */
	readonly mean: number | null;
	readonly median: number | null;
	/** Standard deviation of the population; null without scores. */
	readonly deviation: number | null;
	/** Mean of all scores of others. */
	readonly othersMean: number | null;
	/** Share of the reference lists with a lower mean: 0.9 is a generous judge. */
	readonly meanPercentile: number | null;
	/** How far the scores lie from what others give the same titles, on average; null where nobody's mean is known. */
	readonly departure: Estimate | null;
}

export interface ScoreBin {
	/** 1–10. */
	readonly points: number;
	readonly count: number;
	/** Of the scored titles; 0 without any. */
	readonly share: number;
	/** The same of all scores of others. */
	readonly othersShare: number | null;
}

/** A number and the bounds of its 95 % interval. */
export interface Estimate {
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

/** `lengths` are by episodes; `years` by the start. */
export const FACET_KINDS = [
	'genres',
	'themes',
	'demographics',
	'studios',
	'sources',
	'types',
	'lengths',
	'years',
	'seasons',
] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** Values of the kind `lengths`: episodes. */
export const LENGTHS = ['1', '2–13', '14–26', '27–52', '53+'] as const;

/**
 * The watched titles that have one value. Rows come most titles first, equal ones by name, but for lengths, years
 * and seasons, which come in their own order. Titles of which a source does not know the value are in no row.
 */
export interface FacetRow {
	/** As the catalogue names it; a year as `2013`, a length as in {@link LENGTHS}. */
	readonly value: string;
	readonly count: number;
	/** Of all watched titles. */
	readonly share: number;
	/** The same of what is on the reference lists. */
	readonly othersShare: number | null;
	readonly scored: number;
	/** Mean of the visitor's scores; null without. */
	readonly mean: number | null;
	/** Mean of what others give the same scored titles: of the reference lists, or the catalogue's mean. */
	readonly othersMean: number | null;
	/**
	 * How far the visitor's scores lie from those of others for the same titles, beyond how far they do so on all
	 * titles: what the visitor likes more (above 0) or less than others do. Shrunk towards 0 where few titles or
	 * scattered scores say little; see `departures`. Null without scores.
	 */
	readonly departure: Estimate | null;
}

/** How well known the titles are, against reference lists of about as many titles. */
export interface PopularityOfTaste {
	/** Geometric mean of the members that the watched titles have on MyAnimeList. */
	readonly members: number;
	/** Geometric mean of the middle one of the reference lists. */
	readonly othersMembers: number;
	/** Share of the reference lists whose titles are better known: 0.9 is an unusual taste. */
	readonly percentile: number;
}

export interface UnusualOpinion {
	readonly malId: number;
	readonly score: number;
	/** Mean of others for the title. */
	readonly othersMean: number;
	/** Share of others who score it lower, half of those who score it the same included. */
	readonly percentile: number;
	/** Share of others who score it at least as high (where `score` lies above their mean) or as low; never 0. */
	readonly rarity: number;
	/** How many others scored it. */
	readonly scorers: number;
}

/** What the model makes of the list. */
export interface ProfileInsights {
	/** Entries that the model used. */
	readonly usedEntries: number;
	/** Ratings and unscored entries that the recommendations hang on most, at most ten; none where nothing is used. */
	readonly impactful: readonly LeftOutEntry[];
	/** Scores furthest from what the rest of the list lets expect, at most ten; scored ones only. */
	readonly surprising: readonly LeftOutEntry[];
	readonly clusters: TasteClusters | null;
	readonly knowledge: ModelKnowledge;
}

/** An entry, and the model's answer for the list without it (exact). */
export interface LeftOutEntry {
	readonly malId: number;
	/** Null where it was not scored. */
	readonly score: number | null;
	/** What the model expects of the rest of the list, 1–100 on the visitor's own scale. */
	readonly predicted: number;
	/** `score` − `predicted`; null where it was not scored. */
	readonly difference: number | null;
	/**
	 * Part in the fifty titles at the top of the recommendations: sum of the absolute changes of their scores
	 * without the entry, as a share of that sum over all entries. They add up to 1 over the list.
	 */
	readonly impact: number;
	/** The one of the fifty that it speaks for most; null where it speaks for none. */
	readonly lifts: number | null;
	/** The one of the fifty that it speaks against most; null where it speaks against none. */
	readonly lowers: number | null;
}

/** The watched titles that were not dropped, grouped by where they lie in the model's item space. */
export interface TasteClusters {
	/** Most titles first. */
	readonly groups: readonly TasteCluster[];
	/** Titles that are in no group: too few of their kind. */
	readonly ungrouped: number;
}

export interface TasteCluster {
	/** What tells it from the rest of the list and the catalogue, most telling first, 1–3; no two groups have the same. */
	readonly traits: readonly ClusterTrait[];
	readonly count: number;
	/** Of all titles that could be grouped. */
	readonly share: number;
	/** Mean of the visitor's scores; null without. */
	readonly mean: number | null;
	/** MyAnimeList ids, most typical first, at most six, of different franchises. */
	readonly exemplars: readonly number[];
	/** All members, in the order of the list. */
	readonly malIds: readonly number[];
	/** The first recommendations that belong to the group, best first, at most three: whoever asks may hide some. */
	readonly next: readonly number[];
}

/** `title`: a group that nothing else tells from the others is named by its best-known title. */
export type TraitKind = 'genre' | 'theme' | 'demographic' | 'studio' | 'era' | 'type' | 'title';

/** One fact that is frequent in a group. */
export interface ClusterTrait {
	readonly kind: TraitKind;
	/** As the catalogue names it; an era as `1990s`; of a title its MyAnimeList id. */
	readonly value: string;
	/** Share of the group's titles that have it. */
	readonly share: number;
	/** Share of the catalogue's well-known titles that has it. */
	readonly elsewhere: number;
}

/** Fewer scored titles than this say nothing of how well scores are predicted. */
export const LEAST_SCORES_TO_JUDGE = 20;
/** Fewer watched titles than this say nothing of how well titles are found. */
export const LEAST_TITLES_TO_JUDGE = 20;

/**
 * How well the model knows the visitor: parts of the list are hidden, whole franchises at a time, and told from
 * the rest.
 */
export interface ModelKnowledge {
	/** Parts that the list was cut into; each was hidden once. */
	readonly folds: number;
	/** Null with fewer than {@link LEAST_SCORES_TO_JUDGE} scores. */
	readonly scores: ScoreKnowledge | null;
	/** Null with fewer than {@link LEAST_TITLES_TO_JUDGE} titles. */
	readonly titles: TitleKnowledge | null;
}

/** Errors in points of 100 over the hidden scores. */
export interface ScoreKnowledge {
	readonly count: number;
	/** Mean absolute error of the model. */
	readonly error: number;
	/** The same of the plain guess: what others give the title, moved by how strictly the visitor scores. */
	readonly baselineError: number;
	/** `baselineError` − `error`, with its interval over titles: above 0 the model knows more. */
	readonly gain: Estimate;
	/** Predictions and what became of them, ascending, each of five titles at least. */
	readonly calibration: readonly KnowledgeBin[];
	/** Points that a score rises by for one point predicted (least squares); 1 is perfect, null where all predictions are alike. */
	readonly slope: number | null;
}

export interface KnowledgeBin {
	readonly predicted: number;
	readonly actual: number;
	readonly count: number;
}

/** Where the hidden titles stood among everything that was not on the rest of the list. */
export interface TitleKnowledge {
	readonly count: number;
	/** Share of the catalogue that stood above the middle one of them: 0 is the top. */
	readonly medianPercentile: number;
	/** The same with titles ordered by their members alone. */
	readonly baselineMedianPercentile: number;
	/** Share of them that stood in the best hundredth and tenth of the catalogue. */
	readonly inTopHundredth: number;
	readonly inTopTenth: number;
	readonly baselineInTopTenth: number;
}
