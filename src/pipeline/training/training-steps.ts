import type { StepRegistry } from './job/training-step.ts';
import { learnAutoencoder } from './steps/autoencoder.ts';
import { learnHeads } from './steps/heads.ts';
import { learnItemItem } from './steps/item-item-model.ts';
import { readNetworkData } from './steps/network-data.ts';
import { joinNetwork } from './steps/network-model.ts';

/** Every step function of the training, by the name that the plan calls it by. Threads load this module by its address. */
export const steps = {
	readNetworkData,
	learnItemItem,
	learnAutoencoder,
	learnHeads,
	joinNetwork,
} satisfies StepRegistry;
