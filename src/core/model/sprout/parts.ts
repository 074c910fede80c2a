import type { SymmetricMatrix } from '../item-item-model.ts';

/**
 * What the Sprout network is made of (docs/decisions/0012). It knows n titles. The first m of them were on
 * enough training lists to be learned one by one; the others are known by their facts and links alone.
 */
export interface SproutParts {
	readonly name: string;
	/** MyAnimeList ids, length n. */
	readonly items: Int32Array;
	/** m, 1 ≤ m ≤ n. */
	readonly learnedCount: number;
	readonly titles: TitleFacts;
	/** What is linked to each title, n rows over the m learned ones. */
	readonly links: SparseRows;
	/** Facts of each title (genres, studios, …), n rows over the facts; a row has unit length. */
	readonly facts: SparseRows;
	/** The wide part of the presence output, m titles. */
	readonly presence: WideWeights;
	/** The wide part of the rating output, m titles. */
	readonly rating: WideWeights;
	readonly autoencoder: AutoencoderWeights;
	readonly presenceHead: HeadWeights;
	readonly ratingHead: HeadWeights;
	/** How much liking counts beside watching in a long list, see `likingShare`: points of score for one normalised point of rating. */
	readonly likingWeight: number;
}

/** What a head reads of a title alone; everything of length n. */
export interface TitleFacts {
	/** Training lists that the title is on; 0 for titles that were not learned. */
	readonly frequency: Uint32Array;
	/** Same number = same franchise; 0 ≤ number < n. */
	readonly franchise: Int32Array;
	/** Position of the title before this one in its franchise's watch order, or −1. */
	readonly previous: Int32Array;
	/** Year of the start; the mean year where nobody knows. */
	readonly year: Float32Array;
	/** Position in `TITLE_TYPES`. */
	readonly type: Uint8Array;
	/** Log of one more than the members of the catalogue, about −4 to 4. */
	readonly members: Float32Array;
	/** How far everybody's mean score lies above the usual one, in points of 10. */
	readonly score: Float32Array;
	/** Mean normalised score that the title gets, less its owners' usual ones. */
	readonly bias: Float32Array;
	/** Log of the chance that whoever knows the title knows no other of its franchise. */
	readonly alone: Float32Array;
}

/** Sparse rows: those of row r stand at `offsets[r] … offsets[r + 1] − 1`. */
export interface SparseRows {
	/** Length rows + 1. */
	readonly offsets: Uint32Array;
	readonly columns: Uint16Array;
	readonly values: Float32Array;
}

/** An item-item model between two scales: B_ij = inputScale_i · S_ij · outputScale_j. */
export interface WideWeights {
	readonly matrix: SymmetricMatrix;
	readonly inputScale: Float32Array;
	readonly outputScale: Float32Array;
	/** √P_ii of the inverse Gram matrix P that S was made of: what titles that were not learned are scored by. */
	readonly linkScale: Float32Array;
}

/** Rows of `width` numbers, one after the other. */
export interface DenseRows {
	readonly width: number;
	readonly values: Float32Array;
}

/**
 * A denoising autoencoder with one hidden layer of `width` h and two outputs. With facts f_i of title i:
 *
 * h = tanh(bias + n^−½ · Σ_i [P_i + f_i·Q + y_i·S_i + δ_i·D_i]), y_i the normalised score (0 without one), δ_i = 1
 * where the title was dropped or is on hold; presence_j = h·(E_j + f_j·C) + b_j + f_j·c; rating_j = h·R_j + r_j.
 */
export interface AutoencoderWeights {
	readonly width: number;
	/** P: m rows. */
	readonly presenceInput: DenseRows;
	/** S: m rows. */
	readonly scoreInput: DenseRows;
	/** D: m rows. */
	readonly droppedInput: DenseRows;
	/** Q: a row for each fact. */
	readonly factInput: DenseRows;
	/** Length `width`. */
	readonly hiddenBias: Float32Array;
	/** E: m rows. */
	readonly presenceOutput: DenseRows;
	/** C: a row for each fact. */
	readonly factOutput: DenseRows;
	/** b, length m. */
	readonly presenceBias: Float32Array;
	/** c, one for each fact. */
	readonly factBias: Float32Array;
	/** R: m rows; no rows where the rating output was not learned. */
	readonly ratingOutput: DenseRows;
	/** r, length m or 0. */
	readonly ratingBias: Float32Array;
}

/**
 * A small network over features z (standardised: (x − mean) / deviation, held within ±6):
 * skip·z + output·relu(hidden·z + hiddenBias) + bias.
 */
export interface HeadWeights {
	readonly mean: Float32Array;
	readonly deviation: Float32Array;
	/** `width` rows of as many numbers as there are features. */
	readonly hidden: DenseRows;
	readonly hiddenBias: Float32Array;
	readonly output: Float32Array;
	readonly skip: Float32Array;
	readonly bias: number;
}
