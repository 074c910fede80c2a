import type { RatingError } from '#core/rank/rating-error.ts';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import type { SimilarRequest } from '#core/rank/similar-anime.ts';
import type {
	RankingRefusal,
	RankingResult,
	SimilarResult,
	WatchOrderResult,
} from './ranking-engine.ts';

/** Addresses of the bundle's files; the hash of the content is in the path, so they never go stale. */
export interface BundleUrls {
	readonly titles: string;
	readonly facts: string;
	readonly model: string;
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
	| { readonly kind: 'recommend'; readonly id: number; readonly request: RecommendationRequest }
	| { readonly kind: 'similar'; readonly id: number; readonly request: SimilarRequest }
	| { readonly kind: 'watch-order'; readonly id: number; readonly malId: number };

/** What the worker says; `progress` comes any number of times while it opens. */
export type WorkerMessage =
	| { readonly kind: 'progress'; readonly progress: OpenProgress }
	| { readonly kind: 'opened'; readonly id: number; readonly result: OpenResult }
	| { readonly kind: 'recommended'; readonly id: number; readonly result: RankingResult }
	| { readonly kind: 'similar'; readonly id: number; readonly result: SimilarResult }
	| { readonly kind: 'watch-order'; readonly id: number; readonly result: WatchOrderResult };

export type OpenResult = { readonly ok: true } | RankingRefusal;

export interface OpenProgress {
	/** Bytes received over bytes expected, 0–1. */
	readonly share: number;
}
