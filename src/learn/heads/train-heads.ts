import { createRng, type Rng } from '#core/math/rng.ts';
import { topK } from '#core/math/top-k.ts';
import type { HeadWeights } from '#core/model/sprout/parts.ts';
import { PRESENCE_FEATURES } from '#core/model/sprout/presence-features.ts';
import { RATING_FEATURES } from '#core/model/sprout/rating-features.ts';
import type { TitleContext } from '#core/model/sprout/title-context.ts';
import type { Interactions } from '../interactions.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Eligible } from '../network/autoencoder-task.ts';
import type { OnProgress } from '../kernels/symmetric-inverse.ts';
import { adamStep, scheduledRate } from './adam.ts';
import { hideEntries, type MaskedList } from './hide-entries.ts';
import { createHeadParameters, headLayout, headWeights } from './head-parameters.ts';
import type { HeadSettings } from './head-settings.ts';
import { createHeadsState, type HeadsState } from './heads-state.ts';
import {
	listSignals,
	presenceFeatures,
	ratingFeatures,
	standardOf,
	type HeadlessNetwork,
	type ListSignals,
	type Standard,
} from './list-features.ts';
import { createPresenceTrainer, type PresenceTrainer } from './presence-trainer.ts';
import { drawCandidates, rankingsOf } from './rankings.ts';
import { addRatingGradient, type RatingExample } from './rating-trainer.ts';

/** Everything that the training of the heads needs. */
export interface HeadsTask {
	readonly lists: Interactions;
	/** Which of `networks` has not learned from each list. */
	readonly foldOfList: Uint8Array;
	/** Networks over the m learned titles, each without the lists of its fold. */
	readonly networks: readonly HeadlessNetwork[];
	/** What is known of the titles when none of them is learned. */
	readonly coldTitles: TitleContext;
	readonly eligible: Eligible;
	readonly settings: HeadSettings;
	readonly kernels: Kernels;
	/** Where an earlier run stopped, see {@link HeadsTask.onEpoch}. */
	readonly state?: HeadsState | undefined;
	readonly onProgress?: OnProgress;
	/** Told after each epoch; a run that starts from this state ends with the same bytes. */
	readonly onEpoch?: (state: HeadsState, losses: HeadLosses) => void | Promise<void>;
}

/** Mean losses of one epoch for each list. */
export interface HeadLosses {
	readonly epoch: number;
	readonly presence: number;
	/** For each target, in points of 100. */
	readonly rating: number;
}

/** The heads that were learned. */
export interface TrainedHeads {
	readonly presenceHead: HeadWeights;
	readonly ratingHead: HeadWeights;
}

/** Lists whose candidates tell mean and deviation of the features. */
const STANDARD_LISTS = 256;
/** Best candidates of each of them: what the head must tell apart. */
const STANDARD_CANDIDATES = 300;
/** Lists between two reports of progress. */
const LISTS_A_STEP = 32;

/**
 * Learns both heads on what wide and deep parts say of lists that they have not learned from (stacking;
 * Wolpert 1992): a part of each list is hidden, and the head ranks the hidden titles before all others, once
 * among all titles, once among those of franchises that the visible part does not touch and once among rare ones. The rating head
 * predicts the hidden scores.
 */
export async function trainHeads(task: HeadsTask): Promise<TrainedHeads> {
	const { lists, settings, kernels, onProgress, onEpoch } = task;
	const state = task.state ?? firstState(task);
	const titleCount = lists.itemCount;
	return kernels.arena.scoped(async () => {
		const trainer = createPresenceTrainer(kernels, titleCount, settings.presenceWidth);
		while (state.epoch < settings.epochs) {
			const rng = createRng(settings.seed * 1000 + state.epoch + 1);
			const losses = await runEpoch(task, state, trainer, rng, async (share) => {
				await onProgress?.((state.epoch + share) / settings.epochs);
			});
			state.epoch++;
			await onEpoch?.(state, losses);
		}
		return {
			presenceHead: headWeights(state.presence, state.presenceStandard),
			ratingHead: headWeights(state.rating, state.ratingStandard),
		};
	});
}

function firstState(task: HeadsTask): HeadsState {
	const { settings } = task;
	const rng = createRng(settings.seed * 1000);
	return createHeadsState({
		presence: createHeadParameters(PRESENCE_FEATURES, settings.presenceWidth, rng),
		rating: createHeadParameters(RATING_FEATURES, settings.ratingWidth, rng),
		...standards(task, rng),
	});
}

function standards(task: HeadsTask, rng: Rng) {
	const { lists, settings } = task;
	const presence: number[] = [];
	const rating: number[] = [];
	const row = new Float32Array(Math.max(PRESENCE_FEATURES, RATING_FEATURES));
	for (let k = 0; k < STANDARD_LISTS; k++) {
		const list = rng.below(lists.userCount);
		const masked = hideEntries(lists, list, settings, rng);
		const signals = signalsOf(task, list, masked);
		const wide = Float64Array.from({ length: lists.itemCount }, (_, title) =>
			signals.network.presence.scoreOf(signals.presence, title),
		);
		for (const title of topK(wide, STANDARD_CANDIDATES)) {
			const cold = rng.next() < settings.coldShare ? task.coldTitles : null;
			presenceFeatures(signals, title, cold, row, 0);
			presence.push(...row.subarray(0, PRESENCE_FEATURES));
			ratingFeatures(signals, title, cold, row, 0);
			rating.push(...row.subarray(0, RATING_FEATURES));
		}
	}
	return {
		presenceStandard: standardOf(Float32Array.from(presence), PRESENCE_FEATURES),
		ratingStandard: standardOf(Float32Array.from(rating), RATING_FEATURES),
	};
}

function signalsOf({ networks, foldOfList }: HeadsTask, list: number, masked: MaskedList) {
	const network = networks[foldOfList[list] ?? 0];
	if (!network) throw new RangeError(`Fold ${foldOfList[list]} has no network.`);
	return listSignals(network, masked.visible);
}

async function runEpoch(
	task: HeadsTask,
	state: HeadsState,
	trainer: PresenceTrainer,
	rng: Rng,
	onProgress: (share: number) => Promise<void>,
): Promise<HeadLosses> {
	const { lists, settings } = task;
	const order = shuffled(lists.userCount, rng);
	const presence = new Float64Array(headLayout(state.presence).size);
	const rating = new Float64Array(headLayout(state.rating).size);
	const sums = { presence: 0, lists: 0, rating: 0, ratings: 0 };
	const steps = settings.epochs * Math.ceil(lists.userCount / settings.batch);
	for (let from = 0; from < order.length; from += settings.batch) {
		presence.fill(0);
		rating.fill(0);
		for (const list of order.subarray(from, from + settings.batch)) {
			learnList(task, state, trainer, list, rng, { presence, rating }, sums);
		}
		updateHeads(state, settings, steps, { presence, rating });
		if ((from / settings.batch) % (LISTS_A_STEP / settings.batch) === 0) {
			await onProgress(from / order.length);
		}
	}
	return {
		epoch: state.epoch + 1,
		presence: sums.presence / Math.max(1, sums.lists),
		rating: sums.rating / Math.max(1, sums.ratings),
	};
}

interface Gradients {
	readonly presence: Float64Array;
	readonly rating: Float64Array;
}

function updateHeads(
	state: HeadsState,
	settings: HeadSettings,
	steps: number,
	gradients: Gradients,
): void {
	const { batch, learningRate, warmUpSteps, weightDecay } = settings;
	for (const key of ['presence', 'rating'] as const) {
		const gradient = gradients[key];
		gradient.forEach((sum, at) => (gradient[at] = sum / batch));
		const head = state[key];
		const adam = state[`${key}Adam`];
		const rate = scheduledRate(learningRate, warmUpSteps, adam.step, steps);
		adamStep(adam, head.values, gradient, rate, weightDecay, headLayout(head).hiddenBias);
	}
}

function learnList(
	task: HeadsTask,
	state: HeadsState,
	trainer: PresenceTrainer,
	list: number,
	rng: Rng,
	gradients: Gradients,
	sums: { presence: number; lists: number; rating: number; ratings: number },
): void {
	const { settings, coldTitles, lists } = task;
	const masked = hideEntries(lists, list, settings, rng);
	if (masked.hidden.length === 0) return;
	const signals = signalsOf(task, list, masked);
	const shown = drawCandidates(task, list, masked, signals, rng);
	const rows = trainer.features();
	shown.forEach((title, row) => {
		const cold = rng.next() < settings.coldShare ? coldTitles : null;
		presenceFeatures(signals, title, cold, rows, row * PRESENCE_FEATURES);
	});
	sums.presence += trainer.accumulate(
		state.presence,
		state.presenceStandard,
		shown.length,
		rankingsOf(settings, shown, masked, signals),
		gradients.presence,
	);
	sums.lists++;
	for (const example of ratingExamples(task, masked, signals, rng)) {
		const { huberDelta } = settings;
		const standard: Standard = state.ratingStandard;
		const loss = addRatingGradient(state.rating, standard, example, huberDelta, gradients.rating);
		sums.rating += loss / example.weight;
		sums.ratings++;
	}
}

function ratingExamples(
	{ settings, coldTitles }: HeadsTask,
	{ hidden, hiddenScores }: MaskedList,
	signals: ListSignals,
	rng: Rng,
): RatingExample[] {
	const { slope, intercept, offset } = signals.profile;
	const scored = Array.from(hidden.keys()).filter((k) => (hiddenScores[k] ?? 0) > 0);
	const weight = scored.length ** settings.targetExponent;
	return scored.map((k) => {
		const features = new Float32Array(RATING_FEATURES);
		const cold = rng.next() < settings.coldShare ? coldTitles : null;
		ratingFeatures(signals, hidden[k] ?? 0, cold, features, 0);
		const target = slope * (hiddenScores[k] ?? 0) + intercept - offset;
		return { features, target, points: 1 / slope, weight };
	});
}

function shuffled(count: number, rng: Rng): Uint32Array {
	const order = Uint32Array.from({ length: count }, (_, list) => list);
	for (let at = count - 1; at > 0; at--) {
		const other = rng.below(at + 1);
		[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
	}
	return order;
}
