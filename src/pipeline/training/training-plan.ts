import { SPROUT_EASE } from '#learn/ease/ease-settings.ts';
import { MODEL_LIST_LENGTHS, MODEL_SOURCES } from '../train-model.ts';
import type { TrainingStep } from './job/training-step.ts';
import type { FoldLeftOut } from './steps/item-item-model.ts';
import type { steps } from './training-steps.ts';

/** What a training does, and what it makes of the results. */
export interface TrainingPlan {
	/** Files of the data folder that the steps read. */
	readonly sources: readonly string[];
	readonly steps: readonly TrainingStep[];
	/** File URL of the module that exports their functions as `steps`. */
	readonly registry: string;
	/** Charts of what steps logged, by file name. */
	readonly charts: Readonly<Record<string, readonly string[]>>;
	/** The files to write, made of the results of steps. */
	files(result: (step: string) => Promise<Uint8Array>): Promise<Record<string, Uint8Array>>;
}

type Steps = typeof steps;

/** A step whose input fits its function. */
function step<Run extends keyof Steps>(
	spec: Omit<TrainingStep, 'run' | 'input'> & {
		readonly run: Run;
		readonly input: Parameters<Steps[Run]>[0];
	},
): TrainingStep {
	return spec;
}

/** Users are dealt into so many folds: more cost more time, fewer leave less to learn from. */
const FOLDS = 4;
const FOLD_SEED = 1;

const LISTS = step({
	name: 'lists',
	phase: 'Reading the data',
	run: 'readLists',
	input: MODEL_LIST_LENGTHS,
	version: 1,
	needs: [],
	costS: 4,
});

/** The wide part of the presence output. */
function presence(name: string, leftOut: FoldLeftOut | null): TrainingStep {
	return step({
		name,
		phase: 'Item-item models',
		run: 'learnItemItem',
		input: { name: 'presence', lists: LISTS.name, leftOut, settings: SPROUT_EASE },
		version: 1,
		needs: [LISTS.name],
		costS: 5,
	});
}

const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
const withoutFold = (name: string, fold: number) => `${name}-without-${fold}`;

/** The training of Sprout's model: so far its wide part. */
export function trainingPlan(): TrainingPlan {
	return {
		sources: MODEL_SOURCES,
		steps: [
			LISTS,
			presence('presence', null),
			...folds.map((fold) =>
				presence(withoutFold('presence', fold), { seed: FOLD_SEED, count: FOLDS, fold }),
			),
		],
		registry: new URL('./training-steps.ts', import.meta.url).href,
		charts: {},
		files: async (result) => ({ 'model.safetensors': await result('presence') }),
	};
}
