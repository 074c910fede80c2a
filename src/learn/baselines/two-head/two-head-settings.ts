import {
	SPROUT_AUTOENCODER,
	type AutoencoderSettings,
} from '../../network/autoencoder-settings.ts';

/** Widths of the layers between the titles at both ends. */
export interface TwoHeadWidths {
	/** From the input to the code that both heads read. */
	readonly trunk: readonly number[];
	/** From the code to the titles, the same in each head. */
	readonly head: readonly number[];
}

/** Every knob of the two-head network; what it shares with the autoencoder means the same. */
export interface TwoHeadSettings extends Pick<
	AutoencoderSettings,
	| 'seed'
	| 'epochs'
	| 'batchSize'
	| 'learningRate'
	| 'warmUpSteps'
	| 'finalRate'
	| 'weightDecay'
	| 'beta1'
	| 'beta2'
	| 'epsilon'
	| 'hiddenShare'
	| 'targetExponent'
	| 'inputDeviation'
	| 'outputDeviation'
	| 'huberDelta'
> {
	readonly widths: TwoHeadWidths;
	/** What the rating loss counts beside the presence loss, which is some hundred times larger. */
	readonly ratingWeight: number;
}

/**
 * A quarter of the reference's widths (2,048 and 512, then 1,024 and 2,048), which take over a minute an epoch.
 * Chosen on `validation`; docs/decisions/0006 says what was searched.
 */
export const TWO_HEAD: TwoHeadSettings = {
	...SPROUT_AUTOENCODER,
	widths: { trunk: [512, 128], head: [256, 512] },
	// Thrice as many learn the lists by heart.
	epochs: 10,
	// A tenth of it makes both outputs worse; more was tried with a stronger decay only, and ranked worse.
	ratingWeight: 10,
};
