import type { AutoencoderWeights, SparseRows } from '#core/model/sprout/parts.ts';
import type { Interactions } from '../interactions.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { AutoencoderSettings } from './autoencoder-settings.ts';
import type { AutoencoderState } from './autoencoder-state.ts';

/** Which titles each user can know: those that had started when the user's list was collected. */
export interface Eligible {
	/** Position in `masks`, one for each user. */
	readonly groupOfUser: Uint8Array;
	/** 1 where a title can be known, 0 elsewhere; each of length m. */
	readonly masks: readonly Uint8Array[];
}

/** Everything that one training run needs. */
export interface AutoencoderTask {
	/** What to learn from: training users only, planned titles left out. */
	readonly lists: Interactions;
	readonly eligible: Eligible;
	/** m rows over `factCount` facts. */
	readonly facts: SparseRows;
	readonly factCount: number;
	readonly settings: AutoencoderSettings;
	readonly kernels: Kernels;
	/** Goes on where an earlier run with the same task was; the result has the same bytes. */
	readonly resume?: AutoencoderState;
	readonly validation?: ValidationTask;
	/** Awaited after each step of well under a second; what it throws stops the training. */
	readonly onProgress?: (progress: AutoencoderProgress) => void | Promise<void>;
	/** Awaited after each epoch; `takeState` copies what is needed to resume from here. */
	readonly onEpoch?: (
		losses: EpochLosses,
		takeState: () => AutoencoderState,
	) => void | Promise<void>;
}

/** Lists of users that are not learned from, to stop where those of others are no longer found better. */
export interface ValidationTask extends MaskedLists {
	/** Epochs between two measurements. */
	readonly every: number;
	/** Measurements without a new best one after which the training ends. */
	readonly patience: number;
}

/** Lists of which a part is hidden. */
export interface MaskedLists {
	/** Whole lists: what is visible and what is hidden. */
	readonly lists: Interactions;
	readonly eligible: Eligible;
	/** 1 for each entry of `lists` that is hidden and to be found, 0 for the others. */
	readonly hidden: Uint8Array;
}

export interface AutoencoderProgress {
	/** From 0. */
	readonly epoch: number;
	/** Steps done, of all epochs. */
	readonly step: number;
	/** 0–1, of all epochs. */
	readonly share: number;
	/** Presence loss of the step. */
	readonly loss: number;
}

/** Losses of the two outputs. */
export interface Losses {
	/** −Σ w · log softmax of the hidden titles, mean over lists; w = t^−exponent for t of them. */
	readonly presence: number;
	/** Mean Huber loss over the hidden scores, in normalised points; 0 without any. */
	readonly rating: number;
}

/** One point of the learning curve. */
export interface EpochLosses extends Losses {
	/** From 0. */
	readonly epoch: number;
	/** Left out for epochs that were not measured. */
	readonly validation?: Losses;
}

export interface AutoencoderResult {
	/** Those of the best measured epoch with validation, of the last epoch without. */
	readonly weights: AutoencoderWeights;
	readonly curve: readonly EpochLosses[];
}
