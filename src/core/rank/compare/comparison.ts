import type { ListEntry } from '../../profile/list-entry.ts';
import type { AnimeCard } from '../answer.ts';
import type { MemberList } from '../group/group-of-lists.ts';
import type { GroupMember, MemberPrediction } from '../group/group.ts';
import type { RecommendationRequest } from '../recommendation.ts';

/** Two lists beside each other; filters and hiding act on what one should show the other. */
export interface CompareRequest extends Omit<
	RecommendationRequest,
	'entries' | 'excludedEntries' | 'facets' | 'offset'
> {
	readonly lists: readonly [readonly ListEntry[], readonly ListEntry[]];
	/** Most rows of each part. */
	readonly limit: number;
}

/** A pair of values, of the first list and of the second. */
export type Pair<T> = readonly [T, T];

/** A title that both have scored. */
export interface ComparedTitle {
	readonly malId: number;
	/** 1–100. */
	readonly scores: Pair<number>;
	/** Where each score stands among all of its owner, 0–1. */
	readonly percentiles: Pair<number>;
}

/** How far the scores of two lists go together. */
export interface Agreement {
	/**
	 * Spearman's rank correlation of the scores that both gave, −1 to 1; null where one gave all of them the same score.
	 */
	readonly correlation: number | null;
	/** Mean distance of the two percentiles of a title, 0–1; ⅓ for two who have nothing to do with each other. */
	readonly meanGap: number;
	/** Below {@link SURE_FROM} titles: a coincidence could look the same. */
	readonly rough: boolean;
}

/** Fewer titles that both have scored say nothing. */
export const LEAST_SHARED = 5;
/** From so many on a correlation of chance alone is below ½ nineteen times out of twenty. */
export const SURE_FROM = 16;

/** A favourite of one that the other should see. */
export interface Suggestion {
	/** The title to show: the favourite, or where its story begins. */
	readonly malId: number;
	/** MyAnimeList id of the favourite, where the start of its story stands for it. */
	readonly standsFor: number | null;
	/** What the one gave to the favourite, 1–100, and where that stands among all of their scores, 0–1. */
	readonly score: number;
	readonly percentile: number;
	/** What the other would make of it; null where nothing is known of that list. */
	readonly prediction: MemberPrediction | null;
}

export interface Comparison {
	readonly lists: Pair<ComparedList>;
	/** Titles that both have seen, and those among them that both have scored. */
	readonly bothSeen: number;
	readonly bothScored: number;
	/** Null below {@link LEAST_SHARED} titles that both have scored. */
	readonly agreement: Agreement | null;
	/** What both hold among their best, best first. */
	readonly favourites: readonly ComparedTitle[];
	/** Where they differ most, most first. */
	readonly differences: readonly ComparedTitle[];
	/** What the first should show the second, and the second the first. */
	readonly suggestions: Pair<readonly Suggestion[]>;
	/** Facts of every title that is mentioned. */
	readonly anime: readonly AnimeCard[];
}

export interface ComparedList extends GroupMember {
	/** Titles seen and titles scored, of those that the catalogue knows. */
	readonly seen: number;
	readonly scored: number;
	/** Mean of the scores, 1–100; null without any. */
	readonly meanScore: number | null;
}

/** Two lists that were asked of their sites, or without a comparison where one of them can't be had. */
export interface ComparedLists {
	readonly lists: Pair<MemberList>;
	readonly comparison: Comparison | null;
}
