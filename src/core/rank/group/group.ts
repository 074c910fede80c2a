import type { ListEntry } from '../../profile/list-entry.ts';
import type { AnimeCard } from '../answer.ts';
import type { MatchStrength, RecommendationRequest } from '../recommendation.ts';

/** Lists that can be ranked for together. */
export const MOST_MEMBERS = 8;

/** Who of the group has seen what is looked for: nobody, some but not all, everybody. */
export const GROUP_SEEN = ['none', 'some', 'all'] as const;
export type GroupSeen = (typeof GROUP_SEEN)[number];

/** Recommendations for several people who watch together; filters and hiding are those of a single list. */
export interface GroupRequest extends Omit<
	RecommendationRequest,
	'entries' | 'excludedEntries' | 'facets'
> {
	/** A list each; one that is empty has no say, but keeps its place in the answer. */
	readonly members: readonly (readonly ListEntry[])[];
	/** 0: what is best on average; 1: what is best for whoever likes it least. */
	readonly fairness: number;
	readonly seenBy: GroupSeen;
}

/** What a title is to one member. */
export interface MemberView {
	/** Null for who has seen it, or of whose list nothing is known. */
	readonly prediction: MemberPrediction | null;
	/** What the list says of it, a plan perhaps. */
	readonly entry: Pick<ListEntry, 'status' | 'score'> | null;
}

export interface MemberPrediction {
	/** How unusual the match is among all that this member has not seen. */
	readonly strength: MatchStrength;
	/** Score that the member would give it, 1–100 on the member's own scale. */
	readonly score: number;
}

/** One row of a group's list. */
export interface GroupedAnime {
	readonly malId: number;
	/** Place in the list with the present filters, from 1. */
	readonly place: number;
	/** Titles of the franchise in the catalogue, this one included. */
	readonly franchiseSize: number;
	/** MyAnimeList id of the member of the franchise that earned the place, where the start of its story stands for it. */
	readonly standsFor: number | null;
	/** Whether it was on too few lists to be learned. */
	readonly cold: boolean;
	/** In the order of the request. */
	readonly members: readonly MemberView[];
	/** Position of the member who likes it clearly less than the others do; null where nobody stands out. */
	readonly reluctant: number | null;
}

/** What was read of one member's list. */
export interface GroupMember {
	/** Entries that the model used as evidence. */
	readonly usedEntries: number;
	/** Fewer than four entries were used: what is said of this member is rough. */
	readonly rough: boolean;
}

/** A part of the list for a group, with the facts of every title that it mentions. */
export interface GroupAnswer {
	readonly total: number;
	readonly offset: number;
	readonly items: readonly GroupedAnime[];
	/** In the order of the request. */
	readonly members: readonly GroupMember[];
	readonly anime: readonly AnimeCard[];
}
