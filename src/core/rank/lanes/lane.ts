import type { Contribution, ListQuery, RecommendedAnime } from '../recommendation.ts';
import type { FactChoices, Range } from '../ranking-options.ts';
import type { AnimeCard } from '../answer.ts';
import type { PartPlace } from './next-parts.ts';
import type { SimilarAnime } from '../similar-anime.ts';

/** All lanes in the order in which they stand; of `because` there may be several. */
export const LANE_KINDS = [
	'next',
	'planned',
	'season',
	'because',
	'films',
	'gems',
	'outside',
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** What is asked: a list, filters, and the day. */
export interface LanesRequest extends ListQuery {
	/** The visitor's calendar date, `2026-11-26`: core has no clock. */
	readonly today: string;
}

/** Why a title stands in its lane. */
export type LaneReason =
	/** It belongs to a title that was seen (MyAnimeList id): after it, before it or beside it. */
	| { readonly kind: 'next'; readonly place: PartPlace; readonly seen: number }
	| { readonly kind: 'planned' }
	| ({ readonly kind: 'alike' } & Pick<SimilarAnime, 'reasons' | 'shared'>)
	/** `after`: the seen title that it goes on from; null where its story is new to the visitor. */
	| {
			readonly kind: 'season';
			readonly upcoming: boolean;
			/** ISO 8601, perhaps partial; null where nobody knows. */
			readonly startDate: string | null;
			readonly after: number | null;
	  }
	| { readonly kind: 'film' }
	/** Few people know its story; so many have it on their lists. */
	| { readonly kind: 'little-known'; readonly members: number }
	/** A genre, theme or demographic that the list hardly has: so many of its titles do. */
	| { readonly kind: 'unfamiliar'; readonly tag: string; readonly count: number };

/** One title of a lane: what a row of the main list tells, and why it stands here. */
export interface LaneItem extends Omit<RecommendedAnime, 'place' | 'contributions' | 'against'> {
	readonly reason: LaneReason;
}

/** Filters under which the main list shows what a lane begins. */
export interface LaneFilters {
	readonly only?: Partial<Pick<FactChoices, 'types' | 'statuses'>>;
	readonly popularity?: Range;
}

/** A row of titles that have one thing in common. */
export interface Lane {
	readonly kind: LaneKind;
	/** The title of the list that a `because` lane goes out from. */
	readonly about: { readonly malId: number; readonly reason: Contribution['reason'] } | null;
	/** Null where no filter says the same. */
	readonly more: LaneFilters | null;
	/** Best first; at least one. */
	readonly items: readonly LaneItem[];
}

/** Lanes that have something to show, with the facts of every title they mention. */
export interface LanesAnswer {
	readonly lanes: readonly Lane[];
	readonly anime: readonly AnimeCard[];
}
