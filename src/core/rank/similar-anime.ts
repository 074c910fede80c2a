/** What is asked of the similarity; data, so that it can travel to a worker or a server. */
export interface SimilarRequest {
	readonly malId: number;
	readonly limit: number;
	/** Members of the title's own franchise may appear; visitors know of those already. */
	readonly includeFranchise: boolean;
}

/** In what two titles are alike, beside the facts that they share. */
export const SIMILAR_REASONS = [
	'same-franchise',
	/** A source relates them, as crossovers are, but they are stories of their own. */
	'related',
	/** Members of MyAnimeList recommend one to those who liked the other. */
	'recommended',
	/** The same people watch both, beyond what the rest of their lists explains. */
	'same-audience',
	/** The network gives them to the same lists. */
	'same-taste',
] as const;
export type SimilarReason = (typeof SIMILAR_REASONS)[number];

/** A fact that both titles have; a subject is a genre, a theme or a demographic. */
export interface SharedFact {
	readonly kind: 'subject' | 'studio' | 'source';
	readonly name: string;
}

/** One title that is like the one asked for. */
export interface SimilarAnime {
	readonly malId: number;
	/** How alike beside the most similar title of the answer, 0–1. */
	readonly likeness: number;
	/** In the order of {@link SIMILAR_REASONS}; none where only many small things agree. */
	readonly reasons: readonly SimilarReason[];
	/** Rarest first, at most three. */
	readonly shared: readonly SharedFact[];
	/** MyAnimeList id of the similar member, where the start of its story stands for it (rule F1). */
	readonly standsFor: number | null;
}
