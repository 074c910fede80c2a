import type { RatingRecommender } from '#core/model/recommender.ts';
import { itemFrequency } from '../../ease/train-ease.ts';
import type { Interactions } from '../../interactions.ts';
import type { Kernels } from '../../kernels/kernels.ts';
import type { OnProgress } from '../../kernels/symmetric-inverse.ts';
import { allocateBatch, type Batch, type BatchContext } from '../../network/batch.ts';
import { drawHidden, rngOfEpoch, shuffledUsers } from '../../network/draws.ts';
import { everythingEligible, factless } from '../../network/factless.ts';
import { fillBatch } from '../../network/fill-batch.ts';
import { learningRateAt } from '../../network/optimiser.ts';
import { centredLogs, fillNormal } from '../../network/parameters.ts';
import { longestList } from '../../network/train-autoencoder.ts';
import { lossAndGradients } from './loss-and-gradients.ts';
import { allocateTwoHead, type TwoHeadNetwork } from './two-head-network.ts';
import { createTwoHead } from './two-head-recommender.ts';
import type { TwoHeadSettings } from './two-head-settings.ts';

/** Everything that one training run needs. */
export interface TwoHeadTask {
	/** MyAnimeList ids by item position. */
	readonly items: Int32Array;
	readonly lists: Interactions;
	readonly settings: TwoHeadSettings;
	readonly kernels: Kernels;
	/** Awaited between steps of well under a second, share 0–1; what it throws stops the training. */
	readonly onProgress?: OnProgress;
}

/**
 * Learns a deep autoencoder with a head for presence and one for scores: both read presence and score of
 * every visible title and must find the hidden ones and their scores. The same seed gives the same model.
 *
 * Takes about 16 bytes a parameter in the kernels' memory, freed at the end.
 *
 * @throws RangeError when there is no list
 */
export async function trainTwoHead(task: TwoHeadTask): Promise<RatingRecommender> {
	const { items, lists, settings, kernels } = task;
	if (lists.userCount === 0) throw new RangeError('There is no list to learn from.');
	return kernels.arena.scoped(async () => {
		const { itemCount, userCount } = lists;
		const rows = Math.min(settings.batchSize, userCount);
		const batch = allocateBatch(kernels, { itemCount, factCount: 0 }, rows, longestList(lists));
		const network = allocateTwoHead(kernels, itemCount, settings, batch);
		initialise(network, task);
		for (let epoch = 0; epoch < settings.epochs; epoch++) {
			await trainEpoch(network, batch, task, epoch);
		}
		const { layout, values } = network;
		return createTwoHead(items, layout, kernels.arena.f32(values, layout.length).slice());
	});
}

/** Small random weights (He et al. 2015 between the ends); presence starts at popularity. */
function initialise(network: TwoHeadNetwork, { lists, settings, kernels }: TwoHeadTask): void {
	const { layout, itemCount } = network;
	const rng = rngOfEpoch(settings.seed, -1);
	const all = kernels.arena.f32(network.values, layout.length);
	const { presenceInput, trunk, presence, rating, decayed } = layout;
	// Both tables of the input; the layers behind are overwritten.
	fillNormal(rng, settings.inputDeviation, all.subarray(presenceInput, decayed));
	for (const { inputs, outputs, weights } of [...trunk, ...presence, ...rating]) {
		const deviation = outputs === itemCount ? settings.outputDeviation : Math.sqrt(2 / inputs);
		fillNormal(rng, deviation, all.subarray(weights, weights + inputs * outputs));
	}
	all.set(centredLogs(itemFrequency(lists)), presence.at(-1)?.bias);
}

async function trainEpoch(
	network: TwoHeadNetwork,
	batch: Batch,
	{ lists, settings, kernels, onProgress = () => {} }: TwoHeadTask,
	epoch: number,
): Promise<void> {
	const context: BatchContext = {
		kernels,
		facts: factless(lists.itemCount),
		factCount: 0,
		targetExponent: settings.targetExponent,
	};
	const { rows } = batch.capacity;
	// Lists left over after the last whole batch sit the epoch out.
	const steps = Math.floor(lists.userCount / rows);
	const rng = rngOfEpoch(settings.seed, epoch);
	const users = shuffledUsers(rng, lists.userCount);
	const hidden = new Uint8Array(lists.items.length);
	drawHidden(rng, lists, settings.hiddenShare, hidden);
	const source = { lists, eligible: everythingEligible(lists), hidden };
	for (let k = 0; k < steps; k++) {
		fillBatch(context, batch, source, users.subarray(k * rows, (k + 1) * rows));
		lossAndGradients(network, batch);
		const step = epoch * steps + k + 1;
		takeStep(network, step, steps * settings.epochs, settings);
		await onProgress(step / (steps * settings.epochs));
	}
}

/** Step 1, 2, … of Adam with decoupled decay; the gradients are zero afterwards. */
function takeStep(
	{ kernels, values, gradients, first, second, layout }: TwoHeadNetwork,
	step: number,
	steps: number,
	settings: TwoHeadSettings,
): void {
	const { beta1, beta2, epsilon, weightDecay } = settings;
	const rate = learningRateAt(step, steps, settings);
	const [correction1, correction2] = [1 - beta1 ** step, 1 - beta2 ** step];
	const update = (start: number, end: number, decay: number) => {
		const at = 4 * start;
		// prettier-ignore
		kernels.adam(
			values + at, gradients + at, first + at, second + at, end - start, rate,
			beta1, beta2, epsilon, correction1, correction2, decay,
		);
	};
	update(0, layout.decayed, weightDecay);
	update(layout.decayed, layout.length, 0);
}
