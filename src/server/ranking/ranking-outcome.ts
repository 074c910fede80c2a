/**
 * Why there is no answer: too many requests wait; this one took too long; the threads are gone; or
 * whoever asked has left.
 */
export type RankingFailure = 'busy' | 'timeout' | 'unavailable' | 'cancelled';

/** What became of a request. */
export type RankingOutcome<Answer> =
	| { readonly ok: true; readonly answer: Answer }
	| { readonly ok: false; readonly reason: RankingFailure };
