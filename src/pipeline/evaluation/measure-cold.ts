import { createRng } from '#core/math/rng.ts';
import type { Terminal } from '../terminal.ts';
import { COLD_FOLDS, drawColdFolds, withoutItems } from './cold-folds.ts';
import {
	COLD_TARGETS,
	coldUsers,
	evaluateCold,
	randomOrder,
	type ColdTarget,
	type FoldValues,
} from './evaluate-cold.ts';
import type { MeasuredUsers } from './evaluate-recommender.ts';
import type { Preparation } from './measure-models.ts';
import type { ColdModel } from './models.ts';

/** The same titles are taken out in every run. */
const FOLD_SEED = 1;

/** One model's values in every fold. */
export interface ColdValues {
	readonly key: string;
	readonly label: string;
	readonly folds: readonly FoldValues[];
}

/** What all models achieved with titles that nobody had told them of. */
export interface MeasuredCold {
	readonly titlesInFold: number;
	readonly targets: Readonly<Record<ColdTarget, MeasuredTarget>>;
}

/** The same for one kind of thing to find. */
export interface MeasuredTarget {
	readonly random: readonly FoldValues[];
	readonly models: readonly ColdValues[];
}

/**
 * Takes each fold of titles out of all lists, learns every model anew and lets it rank the fold's titles.
 * As slow as learning every model five times.
 */
export async function measureCold(
	models: readonly ColdModel[],
	set: MeasuredUsers,
	preparation: Preparation,
	terminal: Terminal,
): Promise<MeasuredCold> {
	const folds = drawColdFolds(set.corpus.trainUsers, createRng(FOLD_SEED));
	const targets = { withheld: collectorOf(models), list: collectorOf(models) };
	for (const [number, fold] of folds.entries()) {
		const users = COLD_TARGETS.map((target) => [target, coldUsers(set, fold, target)] as const);
		for (const [target, own] of users) targets[target].random.push(randomOrder(own));
		const cold = new Set(fold);
		const lists = {
			training: withoutItems(preparation.training, cold),
			sproutTraining: withoutItems(preparation.sproutTraining, cold),
		};
		for (const [place, { key, learnCold }] of models.entries()) {
			const learning = terminal.progress(`${key}: cold ${number + 1} of ${COLD_FOLDS}`, 1);
			const onProgress = (share: number) => learning.update(share);
			const model = await learnCold({ ...preparation, ...lists, onProgress });
			for (const [target, own] of users) {
				targets[target].models[place]?.folds.push(evaluateCold(model, own, set.corpus));
			}
			learning.finish();
		}
	}
	return { titlesInFold: folds[0]?.length ?? 0, targets };
}

function collectorOf(models: readonly ColdModel[]) {
	return {
		random: [] as FoldValues[],
		models: models.map(({ key, label }) => ({ key, label, folds: [] as FoldValues[] })),
	};
}
