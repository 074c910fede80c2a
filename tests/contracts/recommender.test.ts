import { createItemItemModel, type ItemItemParts } from '#core/model/item-item-model.ts';
import { openSproutModel } from '#core/model/sprout/open-sprout-model.ts';
import { writeSproutModel } from '#core/model/sprout/write-sprout-model.ts';
import { createContentKnn } from '#learn/baselines/content-knn.ts';
import { TUNED_IALS } from '#learn/baselines/ials-settings.ts';
import { TUNED_ITEM_KNN, trainItemKnn } from '#learn/baselines/item-knn.ts';
import { MULT_DAE } from '#learn/baselines/mult-dae-settings.ts';
import { createPopularity } from '#learn/baselines/popularity.ts';
import { trainIals } from '#learn/baselines/train-ials.ts';
import { trainMultDae } from '#learn/baselines/train-mult-dae.ts';
import { trainTwoHead } from '#learn/baselines/two-head/train-two-head.ts';
import { TWO_HEAD } from '#learn/baselines/two-head/two-head-settings.ts';
import { PLAIN_EASE, SPROUT_EASE, type EaseSettings } from '#learn/ease/ease-settings.ts';
import { quantise } from '#learn/ease/quantise.ts';
import { trainEase } from '#learn/ease/train-ease.ts';
import type { Interactions } from '#learn/interactions.ts';
import { readKernels } from '#pipeline/training/read-kernels.ts';
import { wideNetworkFile } from '#tests/support/wide-network.ts';
import { describeRecommender } from './recommender.ts';

// Twenty lists a colour would drown in the damping that thousands of lists need.
const DAMPING = 5;

async function learnEase(
	settings: EaseSettings,
	items: Int32Array,
	lists: Interactions,
): Promise<ItemItemParts> {
	const kernels = await readKernels();
	const task = { name: 'ease', items, lists, kernels };
	return trainEase({ ...task, settings: { ...settings, damping: DAMPING } });
}

describeRecommender({
	name: 'popularity',
	personal: false,
	learn: createPopularity,
});

describeRecommender({
	name: 'item kNN',
	personal: true,
	explains: 'by parts',
	learn: trainItemKnn,
});

describeRecommender({
	name: 'item kNN, tuned',
	personal: true,
	explains: 'by parts',
	learn: (items, lists) => trainItemKnn(items, lists, TUNED_ITEM_KNN),
});

describeRecommender({
	name: 'content kNN',
	personal: true,
	// Colours are all that the catalogue knows of a checkerboard.
	learn: (items) =>
		createContentKnn(
			items,
			Array.from(items, (_, item) => [item % 2]),
		),
});

describeRecommender({
	name: 'iALS',
	personal: true,
	async learn(items, lists) {
		const settings = { ...TUNED_IALS, dimensions: 8 };
		return trainIals({ items, lists, settings, kernels: await readKernels() });
	},
});

// Forty lists are few: a larger share of them in a step, and more steps.
const FEW_LISTS = { epochs: 40, batchSize: 8, warmUpSteps: 10, learningRate: 0.02 };

describeRecommender({
	name: 'Mult-DAE',
	personal: true,
	async learn(items, lists) {
		const settings = { ...MULT_DAE, ...FEW_LISTS, width: 8 };
		return trainMultDae({ items, lists, settings, kernels: await readKernels() });
	},
});

describeRecommender({
	name: 'two-head network',
	personal: true,
	async learn(items, lists) {
		const widths = { trunk: [16, 8], head: [16, 16] };
		const settings = { ...TWO_HEAD, ...FEW_LISTS, widths };
		return trainTwoHead({ items, lists, settings, kernels: await readKernels() });
	},
});

describeRecommender({
	name: 'EASE',
	personal: true,
	explains: 'by parts',
	learn: async (items, lists) => createItemItemModel(await learnEase(PLAIN_EASE, items, lists)),
});

// Without the prior, which belongs to no entry.
const WITHOUT_PRIOR = { ...SPROUT_EASE, prior: 0 };

describeRecommender({
	name: 'EASE with side information',
	personal: true,
	explains: 'by parts',
	learn: async (items, lists) => createItemItemModel(await learnEase(WITHOUT_PRIOR, items, lists)),
});

describeRecommender({
	name: 'the Sprout network from its file',
	personal: true,
	explains: 'by leaving out',
	async learn(items, lists) {
		const { matrix, ...scales } = await learnEase(WITHOUT_PRIOR, items, lists);
		return openSproutModel(writeSproutModel(wideNetworkFile({ ...scales, ...quantise(matrix) })));
	},
});
