import type { EpochLosses, Losses, ValidationTask } from './autoencoder-task.ts';
import type { Batch, BatchContext } from './batch.ts';
import { fillBatch } from './fill-batch.ts';
import { lossesOf } from './loss-and-gradients.ts';
import type { Network } from './network.ts';

/** Losses over all lists of the validation, every title speaking for itself. */
export async function validationLosses(
	network: Network,
	context: BatchContext,
	batch: Batch,
	validation: ValidationTask,
	pause: () => void | Promise<void>,
): Promise<Losses> {
	const { userCount } = validation.lists;
	batch.itself.fill(1);
	let [presence, rating, ratings] = [0, 0, 0];
	for (let start = 0; start < userCount; start += batch.capacity.rows) {
		const length = Math.min(batch.capacity.rows, userCount - start);
		fillBatch(
			context,
			batch,
			validation,
			Uint32Array.from({ length }, (_, k) => start + k),
		);
		const losses = lossesOf(network, batch);
		presence += losses.presence * length;
		rating += losses.rating * batch.ratings.count;
		ratings += batch.ratings.count;
		await pause();
	}
	return { presence: presence / userCount, rating: rating / Math.max(1, ratings) };
}

/**
 * One number for both losses, less is better: what uncertainty weighting makes of them once its variances
 * have settled (½ log of each, but for a constant), so that neither's unit matters.
 */
export function badness({ presence, rating }: Losses): number {
	return Math.log(presence) + (rating > 0 ? Math.log(rating) : 0);
}

/** Whether as many measurements as `patience` allows have passed since the best one. */
export function hasStalled(
	curve: readonly EpochLosses[],
	best: number | undefined,
	{ patience }: ValidationTask,
): boolean {
	if (best === undefined) return false;
	return curve.filter((point) => point.validation && point.epoch > best).length >= patience;
}
