import { itemFrequency } from '../ease/train-ease.ts';
import type { Interactions } from '../interactions.ts';
import type { AutoencoderState, BestParameters } from './autoencoder-state.ts';
import type { AutoencoderResult, AutoencoderTask, EpochLosses } from './autoencoder-task.ts';
import { allocateBatch, type Batch, type BatchContext } from './batch.ts';
import { drawHidden, drawSilence, rngOfEpoch, shuffledUsers } from './draws.ts';
import { fillBatch } from './fill-batch.ts';
import { lossAndGradients } from './loss-and-gradients.ts';
import { allocateNetwork, type Network } from './network.ts';
import { takeStep } from './optimiser.ts';
import { initialise, weightsOf, type Shape } from './parameters.ts';
import { badness, hasStalled, validationLosses } from './validation.ts';

/**
 * Learns a denoising autoencoder of lists and facts: each list hides a part of itself, and the network
 * learns to find it among the titles that its owner can know (Mult-DAE, Liang et al. 2018, with the loss
 * on what is hidden, facts on both sides and a second output for scores).
 *
 * The same task gives the same bytes in every engine, in one run or resumed at any epoch. Takes about
 * 16 bytes a parameter in the kernels' memory, freed at the end, and as much for each state.
 *
 * @throws RangeError when there is no list, or the state to resume is another task's
 */
export async function trainAutoencoder(task: AutoencoderTask): Promise<AutoencoderResult> {
	if (task.lists.userCount === 0) throw new RangeError('There is no list to learn from.');
	return task.kernels.arena.scoped(async () => {
		const run = createRun(task);
		start(run);
		const { validation, settings } = task;
		for (let epoch = run.curve.length; epoch < settings.epochs; epoch++) {
			if (validation && hasStalled(run.curve, run.best?.epoch, validation)) break;
			const losses = await trainEpoch(run, epoch);
			await measure(run, losses);
			const point = run.curve.at(-1) ?? losses;
			await task.onEpoch?.(point, () => takeState(run));
		}
		const { parameters, shape } = run.network;
		const values = run.best?.values ?? parametersOf(run, parameters.values).slice();
		return { weights: weightsOf(values, parameters.layout, shape.width), curve: run.curve };
	});
}

/** A training under way. */
interface Run {
	readonly task: AutoencoderTask;
	readonly context: BatchContext;
	readonly batch: Batch;
	readonly network: Network;
	/** Steps in an epoch. */
	readonly steps: number;
	/** One byte for each entry of the lists. */
	readonly hidden: Uint8Array;
	readonly curve: EpochLosses[];
	best: BestParameters | null;
}

function createRun(task: AutoencoderTask): Run {
	const { lists, facts, factCount, settings, kernels, validation } = task;
	const { width, ratings, targetExponent, huberDelta, ratingPull } = settings;
	const shape: Shape = { itemCount: lists.itemCount, factCount, width, ratings };
	const rows = Math.min(settings.batchSize, lists.userCount);
	const longest = Math.max(longestList(lists), validation ? longestList(validation.lists) : 0);
	const batch = allocateBatch(kernels, shape, rows, longest);
	return {
		task,
		context: { kernels, facts, factCount, targetExponent },
		batch,
		network: allocateNetwork(kernels, shape, { facts, batch, huberDelta, ratingPull }),
		steps: Math.floor(lists.userCount / rows),
		hidden: new Uint8Array(lists.items.length),
		curve: [...(task.resume?.curve ?? [])],
		best: task.resume?.best ?? null,
	};
}

/** Entries of the longest list. */
export function longestList({ offsets }: Interactions): number {
	return offsets.reduce((most, end, at) => Math.max(most, end - (offsets[at - 1] ?? 0)), 0);
}

/** All parameters, gradients or moments; a view that dies when the memory grows. */
function parametersOf({ task, network }: Run, address: number): Float32Array<ArrayBuffer> {
	return task.kernels.arena.f32(address, network.parameters.layout.length);
}

/** Sets parameters and moments to where the run begins. */
function start(run: Run): void {
	const { task, network } = run;
	const { values, first, second, layout } = network.parameters;
	const { resume, settings } = task;
	if (!resume) {
		const [frequency, rng] = [itemFrequency(task.lists), rngOfEpoch(settings.seed, -1)];
		return initialise(parametersOf(run, values), layout, { frequency, settings, rng });
	}
	if (resume.run !== describe(run) || resume.values.length !== layout.length) {
		throw new RangeError('The state to resume belongs to other lists or settings.');
	}
	parametersOf(run, values).set(resume.values);
	parametersOf(run, first).set(resume.first);
	parametersOf(run, second).set(resume.second);
}

/** What a state must agree in with the task that resumes it. */
function describe({ task, network }: Run): string {
	const { lists, settings } = task;
	return JSON.stringify({ ...network.shape, entries: lists.items.length, settings });
}

function takeState(run: Run): AutoencoderState {
	const { values, first, second } = run.network.parameters;
	return {
		run: describe(run),
		epochs: run.curve.length,
		values: parametersOf(run, values).slice(),
		first: parametersOf(run, first).slice(),
		second: parametersOf(run, second).slice(),
		curve: [...run.curve],
		best: run.best,
	};
}

async function trainEpoch(run: Run, epoch: number): Promise<EpochLosses> {
	const { task, batch, network, context, steps, hidden } = run;
	const { lists, eligible, settings } = task;
	const rng = rngOfEpoch(settings.seed, epoch);
	const users = shuffledUsers(rng, lists.userCount);
	drawHidden(rng, lists, settings.hiddenShare, hidden);
	const allSteps = steps * settings.epochs;
	let [presence, rating] = [0, 0];
	for (let k = 0; k < steps; k++) {
		const { rows } = batch.capacity;
		drawSilence(rng, settings.titleDropout, batch.itself);
		fillBatch(
			context,
			batch,
			{ lists, eligible, hidden },
			users.subarray(k * rows, (k + 1) * rows),
		);
		const losses = lossAndGradients(network, batch);
		const step = epoch * steps + k + 1;
		takeStep(network, step, allSteps, settings);
		presence += losses.presence / steps;
		rating += losses.rating / steps;
		await task.onProgress?.({ epoch, step, share: step / allSteps, loss: losses.presence });
	}
	return { epoch, presence, rating };
}

/** Adds a point to the curve, with validation where it is due, and keeps the parameters if they are the best. */
async function measure(run: Run, losses: EpochLosses): Promise<void> {
	const { task, network, context, batch, curve } = run;
	const { validation, settings, onProgress } = task;
	const isLast = losses.epoch + 1 === settings.epochs;
	if (!validation || ((losses.epoch + 1) % validation.every !== 0 && !isLast)) {
		curve.push(losses);
		return;
	}
	const { epoch, presence: loss } = losses;
	const step = (epoch + 1) * run.steps;
	const pause = () => onProgress?.({ epoch, step, share: (epoch + 1) / settings.epochs, loss });
	const measured = await validationLosses(network, context, batch, validation, pause);
	const best = curve.find((point) => point.epoch === run.best?.epoch)?.validation;
	if (!best || badness(measured) < badness(best)) {
		const values = parametersOf(run, network.parameters.values).slice();
		run.best = { epoch, values };
	}
	curve.push({ ...losses, validation: measured });
}
