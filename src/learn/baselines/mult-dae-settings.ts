import { SPROUT_AUTOENCODER, type AutoencoderSettings } from '../network/autoencoder-settings.ts';

/** Chosen on `validation`; docs/decisions/0006 says what was searched. */
export const MULT_DAE: AutoencoderSettings = {
	...SPROUT_AUTOENCODER,
	width: 512,
	epochs: 20,
	learningRate: 4e-3,
	// The best of .01, .1, .3 and 1, though not each was tried at this rate and width.
	weightDecay: 0.3,
	ratings: false,
	titleDropout: 0,
};
