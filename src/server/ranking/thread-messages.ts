import type { RecommendationAnswer, SimilarAnswer } from '#core/rank/answer.ts';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import type { SimilarRequest } from '#core/rank/similar-anime.ts';

/** What a ranking thread is started with. */
export interface ThreadData {
	/** Folder of the bundle. */
	readonly bundleDir: string;
}

/** What a ranking thread is asked. */
export type ThreadQuestion =
	| { readonly kind: 'recommend'; readonly request: RecommendationRequest }
	| { readonly kind: 'similar'; readonly request: SimilarRequest };

/** What a ranking thread says: once whether it is ready, then one answer for each question. */
export type ThreadMessage =
	| { readonly kind: 'ready' }
	/** The bundle can't be used; the message says what to do. */
	| { readonly kind: 'damaged-bundle'; readonly message: string }
	| { readonly kind: 'recommended'; readonly answer: RecommendationAnswer }
	| { readonly kind: 'similar'; readonly answer: SimilarAnswer | undefined }
	/** The ranking threw, which is a bug; the thread goes on. */
	| { readonly kind: 'error'; readonly error: unknown };
