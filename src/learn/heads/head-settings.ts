/** Every knob of the training of the two heads. */
export interface HeadSettings {
	/** Hidden units of the presence head. */
	readonly presenceWidth: number;
	/** Hidden units of the rating head. */
	readonly ratingWidth: number;
	readonly epochs: number;
	/** Lists to a step. */
	readonly batch: number;
	readonly learningRate: number;
	readonly warmUpSteps: number;
	/** Decoupled weight decay of the hidden weights, relative to the learning rate. */
	readonly weightDecay: number;
	/** A list with c targets counts c^exponent. */
	readonly targetExponent: number;
	/** Weight of the ranking among untouched franchises beside that of all titles. */
	readonly newFranchiseWeight: number;
	/** Titles on at most so many lists are rare … */
	readonly rareLists: number;
	/** … and the ranking among them has this weight. */
	readonly rareWeight: number;
	/** Share of the lists of which {@link usualHidden} is hidden; of the others anything up to {@link mostHidden}. */
	readonly usualShare: number;
	readonly usualHidden: number;
	readonly mostHidden: number;
	/** Titles with the best wide scores that the presence head ranks for each list … */
	readonly best: number;
	/** … and the share of all others that it ranks beside them. */
	readonly restShare: number;
	/** Share of the titles that are shown as though they had not been learned. */
	readonly coldShare: number;
	/** Errors of ratings below this count squared, above by their size; points of 100. */
	readonly huberDelta: number;
	readonly seed: number;
}

/** The heads of the bundle's model; chosen on `validation`, docs/experiments.md. */
export const SPROUT_HEADS: HeadSettings = {
	// Twice as many gain .001 on new franchises, within noise, and cost two milliseconds a list.
	presenceWidth: 16,
	ratingWidth: 8,
	// Losses still fall by less than a thousandth in the last one.
	epochs: 6,
	batch: 16,
	learningRate: 0.004,
	warmUpSteps: 50,
	weightDecay: 0.001,
	// Between every list alike and every entry alike.
	targetExponent: -0.5,
	newFranchiseWeight: 1,
	rareLists: 50,
	// In a ranking of all titles the order of the rare ones hardly counts, and yet somebody filters down to them.
	rareWeight: 1,
	// Most lists as those that are measured, some nearly empty, so that short lists are known too.
	usualShare: 0.85,
	usualHidden: 0.2,
	mostHidden: 0.9,
	// Nearly all that anybody looks for, at two fifths of the time; the rest keeps the far end of a ranking sane.
	best: 1000,
	restShare: 0.35,
	// Enough to learn what links and facts are worth beside a learned score.
	coldShare: 0.06,
	// Near the median, which the mean absolute error asks for.
	huberDelta: 3,
	seed: 1,
};
