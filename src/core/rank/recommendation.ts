import type { ListEntry } from '../profile/list-entry.ts';
import type { ScoreFormat } from '../profile/score-format.ts';
import type { KindAgainst } from './reasons-against.ts';
import type { UnusualMatch } from './unusual.ts';
import type { KeptAway } from './kept-away.ts';
import type { AdultHandling, FactKind, Hidden, PartialRankingOptions } from './ranking-options.ts';
import type { WhatIf, WhatIfOutcome } from './what-if.ts';

/** Kinds of release that appear only when asked for. */
export interface IncludeOptions {
	/** Later seasons and other members of franchises that the list touches. */
	readonly extraSeasons: boolean;
	readonly movies: boolean;
	/** OVA, ONA, specials and TV specials. */
	readonly specials: boolean;
	readonly music: boolean;
}

/** What is asked of the ranking; everything in it is data, so it can travel to a worker or a server. */
export interface RecommendationRequest extends PartialRankingOptions {
	readonly entries: readonly ListEntry[];
	/** MyAnimeList ids that stay on the list but do not count as evidence. */
	readonly excludedEntries: readonly number[];
	/** Names of genres, themes or demographics that must not appear. */
	readonly excludedGenres: readonly string[];
	readonly include: IncludeOptions;
	/** Adult titles appear only when asked for. `true` means `show`, `false` means `hide`. */
	readonly adult: AdultHandling | boolean;
	/** "Not interested"; kinds that are left out hide nothing. */
	readonly hidden?: Partial<Hidden>;
	/** What the list was scored on, where its source says so; otherwise its scores tell. */
	readonly scoreFormat?: ScoreFormat;
	/** Other scores to try out for titles of the list, see {@link RecommendationPage.whatIf}. */
	readonly whatIf?: readonly WhatIf[];
	/** Asks for {@link RecommendationPage.facets}. */
	readonly facets?: boolean;
	readonly offset: number;
	readonly limit: number;
}

/** What is asked for, whatever part of the answer is to be shown. */
export type ListQuery = Omit<RecommendationRequest, 'facets' | 'offset' | 'limit'>;

/** One value of a kind, and how many titles choosing it would leave. */
export interface FacetCount {
	readonly value: string;
	readonly count: number;
}

/**
 * What each choice would leave with all other choices as they are, most first. Of tags, which must all be there, it is
 * what one more would leave; of any other kind what the value by itself would. Values that would leave nothing are
 * missing.
 */
export type Facets = { readonly [Kind in FactKind]: readonly FacetCount[] };

/** How the visitor felt about the title that contributes. */
export type ContributionReason = 'liked' | 'disliked' | 'watched' | 'dropped';

/** One entry of the list and its part in a recommendation. */
export interface Contribution {
	readonly malId: number;
	readonly reason: ContributionReason;
	/**
	 * Part of the sum of the absolute contributions of all entries, 0–1; an entry contributes what the score
	 * would lack without it.
	 */
	readonly share: number;
	/** Whether it speaks for the recommendation or against it. */
	readonly sign: 1 | -1;
	/** Its score on the list, or the one that is tried out, 1–100; null where it has none. */
	readonly score: number | null;
}

export const MATCH_STRENGTHS = ['outstanding', 'strong', 'good', 'fair', 'slight'] as const;
export type MatchStrength = (typeof MATCH_STRENGTHS)[number];

/** One row of the list. */
export interface RecommendedAnime {
	readonly malId: number;
	/** Place in the list with the present filters, from 1. */
	readonly place: number;
	/** Place among everything that the visitor has not seen, before any filter, from 1. */
	readonly predictedPlace: number;
	/** How likely it is beside the best title whose story is new to the visitor, 0–1. */
	readonly match: number;
	readonly strength: MatchStrength;
	/** Score that the visitor would give it, 1–100 on the visitor's own scale. */
	readonly predictedScore: number;
	/** How far such a prediction is off on average, in points of 100; left out where nobody measured it. */
	readonly usualError?: number;
	/** Only where the match is an unusual one. */
	readonly unusual?: UnusualMatch;
	/** Whether it was on too few lists to be learned: it is judged by its facts and its relations. */
	readonly cold: boolean;
	/** Titles of the franchise in the catalogue, this one included; 1 where it stands alone. */
	readonly franchiseSize: number;
	/** MyAnimeList id of the member that earned the place, when the entry point stands for it (rule F1). */
	readonly standsFor: number | null;
	/** Whether it is on the list as a plan (rule F5). */
	readonly planned: boolean;
	/** MyAnimeList id of a seen title that this tells anew: "another version of" (rule F7). */
	readonly versionOf: number | null;
	/** Strongest first, at most five. */
	readonly contributions: readonly Contribution[];
	/** Kinds that the list speaks against, the clearest first, at most two; left out where there is none. */
	readonly against?: readonly KindAgainst[];
}

/** A part of the ranked list, and what was read of the list that it was made for. */
export interface RecommendationPage {
	/** Candidates that the present filters leave, in all. */
	readonly total: number;
	readonly offset: number;
	readonly items: readonly RecommendedAnime[];
	/** Entries that the model used as evidence. */
	readonly usedEntries: number;
	/** Fewer than four entries were used: the list is a rough one. */
	readonly rough: boolean;
	/** MyAnimeList ids of the list that the model does not know. */
	readonly unknownEntries: readonly number[];
	/** What the visitor scores on: scores are shown on that scale, but travel in points of 100. */
	readonly scoreFormat?: ScoreFormat;
	/** What became of the scores that were tried out; only where there were any. */
	readonly whatIf?: WhatIfOutcome;
	/** What a drop keeps away; only on the first page, and only where there is any. */
	readonly keptAway?: readonly KeptAway[];
	/** Only when asked for. */
	readonly facets?: Facets;
}
