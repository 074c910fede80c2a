import type { StepRegistry } from './job/training-step.ts';
import { learnItemItem } from './steps/item-item-model.ts';
import { readLists } from './steps/training-lists.ts';

/** Every step function of the training, by the name that the plan calls it by. Threads load this module by its address. */
export const steps = { readLists, learnItemItem } satisfies StepRegistry;
