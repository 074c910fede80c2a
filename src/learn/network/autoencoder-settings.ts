/** Every knob of the autoencoder; {@link SPROUT_AUTOENCODER} says what each is set to and why. */
export interface AutoencoderSettings {
	/** Chooses the first weights, what is hidden, the order of the lists. */
	readonly seed: number;
	/** H, units of the hidden layer. */
	readonly width: number;
	/** Passes over the lists; the learning rate falls over all of them. */
	readonly epochs: number;
	/** Lists in a step; those left over after the last whole batch of an epoch sit that epoch out. */
	readonly batchSize: number;
	/** Greatest learning rate. */
	readonly learningRate: number;
	/** Steps in which the learning rate rises from zero. */
	readonly warmUpSteps: number;
	/** Part of the learning rate that is left at the end. */
	readonly finalRate: number;
	/** Weights lose this part of themselves a step, times the learning rate; biases do not. */
	readonly weightDecay: number;
	/** Mean lifetime of Adam's moments, as 1 − 1/steps. */
	readonly beta1: number;
	readonly beta2: number;
	/** Keeps Adam from dividing by nothing. */
	readonly epsilon: number;
	/** A list hides a share of its entries between these two, drawn anew for each list and epoch. */
	readonly hiddenShare: readonly [least: number, most: number];
	/** A list with t entries to find counts t^(1 − exponent). */
	readonly targetExponent: number;
	/** Share of titles that speak by their facts alone in a step. */
	readonly titleDropout: number;
	/** Standard deviation of the first weights into the hidden layer … */
	readonly inputDeviation: number;
	/** … and out of it. */
	readonly outputDeviation: number;
	/** Whether the rating output is learned as well. */
	readonly ratings: boolean;
	/** Part of the rating loss's gradient that reaches the hidden layer, 0–1; the output gets all of it. */
	readonly ratingPull: number;
	/** Errors beyond this many normalised points count in proportion, not squared. */
	readonly huberDelta: number;
	/** First log variances of the two losses (Kendall 2018); they are learned. */
	readonly logVariances: { readonly presence: number; readonly rating: number };
}

/** The network of the bundle; what is said of NDCG@100 was measured on `validation`, the network alone. */
export const SPROUT_AUTOENCODER: AutoencoderSettings = {
	seed: 1,
	// Twice as many gain .017 NDCG@100 (all titles) alone, and cost twice the time, size and leave-one-out.
	width: 256,
	// A minute and a half on one thread; 20 find .012 less.
	epochs: 30,
	// 512 lists a step learn a good deal less in as many epochs.
	batchSize: 128,
	// The schedule below is made for it.
	learningRate: 2e-3,
	// Adam's second moments need about as long to mean anything.
	warmUpSteps: 100,
	// The last epochs settle; a rest of it keeps them of use.
	finalRate: 0.02,
	// Holds down the weights of titles that few lists speak of.
	weightDecay: 0.01,
	// Adam's usual lifetimes.
	beta1: 0.9,
	beta2: 0.999,
	// Far below the gradients, which are small: a mean over lists, divided by a variance.
	epsilon: 1e-10,
	// Visitors bring lists of every length, so the network must see lists of every thinness.
	hiddenShare: [0.2, 0.7],
	// Between counting every list the same (1) and every entry the same (0).
	targetExponent: 0.5,
	// Makes the facts learn to speak for titles with little data.
	titleDropout: 0.2,
	// Sums over a list are of size one once they are divided by the root of its length.
	inputDeviation: 0.1,
	// Logits start at the frequencies.
	outputDeviation: 0.02,
	ratings: true,
	// All of it costs the presence output .012 NDCG@100, a tenth nothing, and it keeps most of what scores gain.
	ratingPull: 0.1,
	// About one standard deviation.
	huberDelta: 1,
	// Near where they settle: the log of twice the presence loss, the log of the rating loss.
	logVariances: { presence: 4.4, rating: -1.2 },
};
