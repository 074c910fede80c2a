import type { StepRegistry } from '../training/job/training-step.ts';
import { composeMap } from './steps/compose-map.ts';
import { findNeighbours } from './steps/find-neighbours.ts';
import { layOutGlobalLens, layOutLocalLens } from './steps/lay-out-lens.ts';
import { layOutReference } from './steps/lay-out-reference.ts';

/** Every step function of the map, by the name that the plan calls it by. Threads load this module by its address. */
export const steps = {
	findNeighbours,
	layOutLocalLens,
	layOutGlobalLens,
	layOutReference,
	composeMap,
} satisfies StepRegistry;
