import type { AnswerOf, QuestionName, RequestOf } from '#core/rank/ranking-questions.ts';
import type { RatingError } from '#core/rank/rating-error.ts';
import type { EngineResult, RankingRefusal } from './ranking-engine.ts';

/** Addresses of the bundle's files; the hash of the content is in the path, so they never go stale. */
export interface BundleUrls {
	readonly titles: string;
	readonly facts: string;
	readonly model: string;
	/** What real lists are like; null where the server does not know. */
	readonly reference: string | null;
	/** Size of the model on its way here (packed) and in memory, in bytes. */
	readonly modelBytes: number;
	readonly modelUnpackedBytes: number;
	/** How far the scores that it predicts are off; left out where nobody measured it. */
	readonly ratingError?: RatingError;
}

/** What the page says to the ranking worker. Every question has an id; its answer carries the same one. */
export type WorkerQuestion =
	| {
			readonly kind: 'open';
			readonly id: number;
			readonly urls: BundleUrls;
			/** The files were damaged before: fetch them past the cache. */
			readonly fresh: boolean;
	  }
	| AskedOfRanking<QuestionName>;

/** One of the questions that every ranking answers. */
export interface AskedOfRanking<Name extends QuestionName> {
	readonly kind: 'ask';
	readonly id: number;
	readonly name: Name;
	readonly request: RequestOf<Name>;
}

/** Of a title that the catalogue lacks there is nothing to say: that is a failure here. */
export type KnownAnswer<Name extends QuestionName> = Exclude<AnswerOf<Name>, undefined>;

/** What the worker says; `progress` comes any number of times while it opens. */
export type WorkerMessage =
	| { readonly kind: 'progress'; readonly progress: OpenProgress }
	| { readonly kind: 'opened'; readonly id: number; readonly result: OpenResult }
	| {
			readonly kind: 'answer';
			readonly id: number;
			readonly result: EngineResult<KnownAnswer<QuestionName>>;
	  };

export type OpenResult = { readonly ok: true } | RankingRefusal;

export interface OpenProgress {
	/** Bytes received over bytes expected, 0–1. */
	readonly share: number;
}
