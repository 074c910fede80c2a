/** Every knob of the EASE family; {@link SPROUT_EASE} says what each is set to and why. */
export interface EaseSettings {
	/** λ: added to the diagonal of the Gram matrix. */
	readonly damping: number;
	/** A list of n entries counts n^−exponent. */
	readonly userWeightExponent: number;
	/** Share of the input that is thought to be dropped, 0 ≤ p < 1 (EDLAE). */
	readonly dropout: number;
	/** Evidence from a title on c lists counts c^−exponent. */
	readonly inputScaleExponent: number;
	/** The score of a title on c lists is multiplied by c^−exponent. */
	readonly outputScaleExponent: number;
	/** What the catalogue adds to the Gram matrix, in lists that would say the same. */
	readonly side: SideWeights;
	/** Score of the most frequent title for a list that says nothing. */
	readonly prior: number;
}

/** Weights of what the catalogue knows. */
export interface SideWeights {
	/** For each pair of directly related titles. */
	readonly relation: number;
	/** For each two neighbours in a franchise's watch order. */
	readonly neighbour: number;
	/** For each recommended pair, times log(1 + votes). */
	readonly recommendation: number;
	/** For each group (genre, studio, …), spread over its titles: a row of unit length. */
	readonly group: number;
}

export const NO_SIDE_INFORMATION: SideWeights = {
	relation: 0,
	neighbour: 0,
	recommendation: 0,
	group: 0,
};

/** EASE as published (Steck 2019, 1905.03375), damping chosen on `validation`. */
export const PLAIN_EASE: EaseSettings = {
	damping: 200,
	userWeightExponent: 0,
	dropout: 0,
	inputScaleExponent: 0,
	outputScaleExponent: 0,
	side: NO_SIDE_INFORMATION,
	prior: 0,
};

/** The model of the bundle. Everything was chosen on `validation`: docs/decisions/0007. */
export const SPROUT_EASE: EaseSettings = {
	// Half of plain EASE's: denoising and side information hold the weights down as well.
	damping: 100,
	// Long lists say less per entry; without it collectors outvote everybody else.
	userWeightExponent: 0.25,
	// Denoising weighs titles by how certain they are; .1 to .3 are alike.
	dropout: 0.2,
	// Having seen what everybody has seen says little …
	inputScaleExponent: 0.1,
	// … and everybody has seen it anyway. A little of both beats more of either.
	outputScaleExponent: 0.05,
	side: {
		// More helps new franchises and harms rare titles, whose few lists it drowns.
		relation: 12,
		// The same, at less weight: watch order repeats what relations say.
		neighbour: 8,
		// Votes saturate; one to four are alike.
		recommendation: 2,
		// Groups matter least: 15 to 60 are alike.
		group: 30,
	},
	// Three times more finds again most of what short lists withhold, but shows the kin of an unusual title
	// only behind what everybody has seen; this keeps two thirds of that gain and the kin in front.
	prior: 0.01,
};

/**
 * EASE as tuned for the data before Sprout's own settings, which came from here: the baseline that
 * requirements name.
 */
export const TUNED_EASE: EaseSettings = {
	...PLAIN_EASE,
	damping: 100,
	userWeightExponent: 0.25,
	dropout: 0.2,
	inputScaleExponent: 0.2,
};

/** {@link TUNED_EASE} with what the catalogue knows. */
export const SIDE_EASE: EaseSettings = {
	...TUNED_EASE,
	side: { relation: 20, neighbour: 10, recommendation: 2, group: 30 },
};

/**
 * The wide part of the rating output: entries count their surprise (`surprise` of the network), so that the
 * model says how far above the usual a title would be scored. Chosen on `validation`, docs/experiments.md.
 */
export const RATING_EASE: EaseSettings = {
	damping: 200,
	// Every score is worth the same, in a long list as well.
	userWeightExponent: 0,
	dropout: 0.3,
	inputScaleExponent: 0,
	outputScaleExponent: 0,
	// Few scores lie far from the usual: what the catalogue knows weighs twice as much beside them.
	side: { relation: 24, neighbour: 16, recommendation: 4, group: 60 },
	prior: 0,
};

/** Settings of the wide part of each output. */
export const WIDE_SETTINGS = { presence: SPROUT_EASE, rating: RATING_EASE } as const;
