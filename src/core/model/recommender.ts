import type { ListEntry } from '../profile/list-entry.ts';

/** A profile as a model reads it: positions in the model's item list, and how much each counts. */
export interface ModelInput {
	/** Item positions, ascending, without repeats; length n. */
	readonly items: Int32Array;
	/** Weight of each item, length n; negative where the title was disliked. */
	readonly weights: Float32Array;
	/** Score of each item in points of 100, 0 without one; length n. */
	readonly scores: Uint8Array;
	/** 1 where the title was dropped or is on hold; length n. */
	readonly shunned: Uint8Array;
}

/**
 * What every model can do: score all its items for a profile.
 *
 * Higher is better; scores of one profile are comparable with each other, not between profiles.
 */
export interface Recommender {
	readonly name: string;
	/** MyAnimeList ids of the items, length m; positions in it are "items". */
	readonly items: Int32Array;
	/** Reads a list; entries that the model does not know or use are left out. */
	readInput(entries: readonly ListEntry[]): ModelInput;
	/** Writes m scores to `out`; the profile's own items are scored as well. */
	score(input: ModelInput, out: Float32Array): void;
}

/** A recommender that can say exactly what each entry does to a score. */
export interface ExplainingRecommender extends Recommender {
	/**
	 * What every entry of a list of n does to the scores of some items: for the j-th of them and entry k at
	 * j · n + k of `out`, which has a place for each pair. Of a linear model they are the parts of the
	 * score; of any other, the score less the score of the list without the entry.
	 */
	contributions(input: ModelInput, items: Int32Array, out: Float32Array): void;
}

/** A recommender that also predicts the score that the owner of a list would give. */
export interface RatingRecommender extends Recommender {
	/** Writes the predicted score of every item to `out`, 1–100 on the owner's own scale, length m. */
	rate(input: ModelInput, out: Float32Array): void;
}

/** A title that is like another, and in what. Each part is 0–1, the score their weighted sum. */
export interface SimilarTitle {
	/** Position of the title in the model's item list. */
	readonly title: number;
	readonly score: number;
	/** The same people watch both, beyond what the rest of their lists explains; 0 where one was not learned. */
	readonly audience: number;
	/** The network sees them alike: cosine of their output weights. */
	readonly taste: number;
	/** Cosine of their facts. */
	readonly facts: number;
	/** They are linked: related, neighbours in a franchise, or recommended for each other. */
	readonly linked: boolean;
}

/** What a list of n entries would be without each of them, for t titles. */
export interface LeftOut {
	/** Score with all entries less score without entry k, of title j, at j · n + k. */
	readonly contributions: Float32Array;
	/** Score of each entry's own title without the entry, length n. */
	readonly ownScores: Float32Array;
	/** Predicted rating of each entry's own title without the entry, 1–100, length n. */
	readonly ownRatings: Float32Array;
}

/** What lists are ranked with: scores, the ratings to expect, and the reasons for them. */
export interface RankingModel extends ExplainingRecommender, RatingRecommender {
	/** The first items were learned from lists; those from here on are judged by what is known of them. */
	readonly learnedCount: number;
	/**
	 * Scores and ratings at once, for the price of either; both of length m.
	 *
	 * @param count how many items are wanted, from the first on; the places of the others may hold anything
	 */
	infer(input: ModelInput, scores: Float32Array, ratings: Float32Array, count?: number): void;
	/** What every entry does to the scores of some titles, and how its own would be predicted without it. */
	leaveOneOut(input: ModelInput, titles: Int32Array): LeftOut;
	/** The titles most like the one at a position, best first, and in what they are alike; never itself. */
	similar(title: number, count: number): SimilarTitle[];
}
