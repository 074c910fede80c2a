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

/** A recommender that can say exactly which entry caused how much of a score. */
export interface ExplainingRecommender extends Recommender {
	/**
	 * Contribution of every input entry to the score of one item; `out` has the input's length n.
	 * The contributions, and the prior where the model has one, sum to the item's score.
	 */
	contributions(input: ModelInput, item: number, out: Float32Array): void;
	/**
	 * Part of one item's score that no entry caused: what is known of the title alone, which speaks
	 * while the list says little. Models without it add nothing.
	 */
	prior?(input: ModelInput, item: number): number;
}

/** A recommender that also predicts the score that the owner of a list would give. */
export interface RatingRecommender extends Recommender {
	/** Writes the predicted score of every item to `out`, 1–100 on the owner's own scale, length m. */
	rate(input: ModelInput, out: Float32Array): void;
}
