import { createRng } from '#core/math/rng.ts';
import { GREATEST_CODE } from '#core/model/coded-matrix.ts';
import { writeItemItemModel } from '#core/model/write-model.ts';
import type { EaseSettings } from '#learn/ease/ease-settings.ts';
import { quantise } from '#learn/ease/quantise.ts';
import { trainEase } from '#learn/ease/train-ease.ts';
import { drawFolds, listsOutside } from '../folds.ts';
import type { StepFunction } from '../job/training-step.ts';
import { readKernels } from '../read-kernels.ts';
import { listsFrom } from './training-lists.ts';

/** Which users a model does not learn from, so that its outputs for them are as for strangers. */
export interface FoldLeftOut {
	readonly seed: number;
	/** Number of folds. */
	readonly count: number;
	/** 0 ≤ fold < count. */
	readonly fold: number;
}

/** Settings of an item-item model. */
export interface ItemItemInput {
	readonly name: string;
	/** The step that read the lists. */
	readonly lists: string;
	/** Null to learn from all lists. */
	readonly leftOut: FoldLeftOut | null;
	readonly settings: EaseSettings;
}

/** The bar moves by so many parts. */
const PARTS = 1000;

/** Learns what goes with what, in closed form; the result is a model file. */
export const learnItemItem: StepFunction<ItemItemInput> = async (input, context) => {
	const { name, leftOut, settings } = input;
	const { items, lists, side } = await listsFrom(context, input.lists);
	const own = leftOut
		? listsOutside(
				lists,
				drawFolds(lists.userCount, leftOut.count, createRng(leftOut.seed)),
				leftOut.fold,
			)
		: lists;
	const parts = await trainEase({
		name,
		items,
		lists: own,
		side,
		settings,
		kernels: await readKernels(),
		onProgress: (share) => context.report({ done: PARTS * share, total: PARTS }),
	});
	const coded = quantise(parts.matrix);
	return writeItemItemModel({
		...parts,
		...coded,
		settings: { kind: 'item-item', bits: 8, codes: 2 * GREATEST_CODE + 1, ...settings, leftOut },
	});
};
