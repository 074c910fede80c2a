import type { Snippet } from 'svelte';
import type { TitleLanguage } from '#core/catalogue/anime.ts';
import type { ScoreFormat } from '#core/profile/score-format.ts';
import type { ListSite } from '#core/profile/site-list.ts';
import type { AnimeCard } from '#core/rank/answer.ts';
import type { RecommendedAnime } from '#core/rank/recommendation.ts';
import type { WhatIf, WhatIfOutcome } from '#core/rank/what-if.ts';
import type { HidingStep } from '../device/hidden-choices.svelte.ts';
import type { Plans } from '../device/plans.svelte.ts';
import type { DetailsFinder } from '../details/details-finder.ts';
import type { SimilarResult, WatchOrderResult } from '../engine/ranking-engine.ts';
import type { ListMark } from '../franchise/watch-order-words.ts';

/** Facts of every title that the list mentions, by MyAnimeList id. */
export type AnimeCards = ReadonlyMap<number, AnimeCard>;

/** Where rows find what they tell besides the catalogue's facts. */
export interface RowSources {
	/** The visitor's own site, which links lead to; null where none is known. */
	readonly site: ListSite | null;
	readonly details: DetailsFinder;
	/** Whether details are asked for only when the visitor says so. */
	readonly detailsOnRequest: boolean;
}

/** How rows show what the visitor has plans for or may not want to see. */
export interface RowMarks {
	/** Say that a title is planned. */
	readonly plans: boolean;
	/** Blur the posters of titles for adults. */
	readonly blurAdult: boolean;
	/** What the visitor scores on; out of 10 where it is not known. */
	readonly scoreFormat?: ScoreFormat | undefined;
}

/** Scores of the list that can be tried out in an open row. */
export interface TriedScores {
	readonly tried: readonly WhatIf[];
	/** What the newest answer says of them. */
	readonly outcome: WhatIfOutcome | undefined;
	/** How many rows there are: beyond them nothing is said of a place. */
	readonly shown: number;
	/** Where a title stands in the newest answer; null where it is not among its rows. */
	readonly placeOf: (malId: number) => number | null;
	/** Another score for a title of the list; null goes back to the real one. */
	readonly ontry: (malId: number, score: number | null, how: 'moving' | 'settled') => void;
}

/** What a row can ask of the page. */
export interface RowActions {
	readonly sources: RowSources;
	/** Leave an entry of the list out of the evidence. */
	readonly onexcludeentry: (malId: number) => void;
	readonly onexcludegenre: (name: string) => void;
	/** Rows offer to try scores out only where this is given. */
	readonly whatIf?: TriedScores | undefined;
	/** The visitor is not interested in a title, in its franchise or in one of its tags. */
	readonly onhide: (step: HidingStep) => void;
	/** The visitor is not interested in a row, whatever it stands for. */
	readonly ondismiss: (item: RecommendedAnime) => void;
	/** The visitor's own plans; rows offer to plan only where this is given. */
	readonly plans?: Pick<Plans, 'has' | 'toggle'> | undefined;
	/** The visitor has seen it and wants to rate it; rows offer it only where this is given. */
	readonly onseen?: ((malId: number) => void) | undefined;
	/** Find titles like one. */
	readonly onsimilar: (malId: number) => Promise<SimilarResult>;
	readonly marks: RowMarks;
	/** Find the franchise of a title in watch order. */
	readonly onwatchorder: (malId: number) => Promise<WatchOrderResult>;
	/** What the list says of a title, where the page has the list. */
	readonly entryOf: (malId: number) => ListMark | null;
	/** The score that marks a title which is on the list already. */
	readonly markOf: (malId: number) => string | null;
	/** Open a row, or close the open one with null. */
	readonly onopen: (malId: number | null) => void;
}

export interface RecommendationListProps extends RowActions {
	/** Rows so far: the pages of the answer, one after the other. */
	readonly items: readonly RecommendedAnime[];
	readonly anime: AnimeCards;
	/** Rows that there are in all with the present filters. */
	readonly total: number;
	readonly language: TitleLanguage;
	/** An answer is on its way; the rows so far stay. */
	readonly loading: boolean;
	/** The visitor came near the end and there is more. */
	readonly onmore: () => void;
	/** The row that is open, if any. */
	readonly openId: number | null;
	/** Level of the headings of the rows; 3 below a heading of the list. */
	readonly headingLevel?: 2 | 3 | 4;
	/** Stands in for the rows when there are none; the list has plain words of its own. */
	readonly empty?: Snippet;
}
