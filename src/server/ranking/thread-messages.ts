import type { RecommendationAnswer } from '#core/rank/answer.ts';

/** What a ranking thread is started with. */
export interface ThreadData {
	/** Folder of the bundle. */
	readonly bundleDir: string;
}

/** What a ranking thread says: once whether it is ready, then one answer for each request. */
export type ThreadMessage =
	| { readonly kind: 'ready' }
	/** The bundle can't be used; the message says what to do. */
	| { readonly kind: 'damaged-bundle'; readonly message: string }
	| { readonly kind: 'answer'; readonly answer: RecommendationAnswer }
	/** The ranking threw, which is a bug; the thread goes on. */
	| { readonly kind: 'error'; readonly error: unknown };
