import type { AnswerOf, QuestionName, RequestOf } from '#core/rank/ranking-questions.ts';

/** What a ranking thread is started with. */
export interface ThreadData {
	/** Folder of the bundle. */
	readonly bundleDir: string;
}

/** What a ranking thread is asked. */
export interface ThreadQuestion<Name extends QuestionName = QuestionName> {
	readonly name: Name;
	readonly request: RequestOf<Name>;
}

/** What a ranking thread says: once whether it is ready, then one answer for each question. */
export type ThreadMessage =
	| { readonly kind: 'ready' }
	/** The bundle can't be used; the message says what to do. */
	| { readonly kind: 'damaged-bundle'; readonly message: string }
	| { readonly kind: 'answer'; readonly answer: AnswerOf<QuestionName> }
	/** The ranking threw, which is a bug; the thread goes on. */
	| { readonly kind: 'error'; readonly error: unknown };
