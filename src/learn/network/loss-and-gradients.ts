import type { Losses } from './autoencoder-task.ts';
import type { Batch } from './batch.ts';
import { encode, encoderGradients } from './encoder.ts';
import type { Network } from './network.ts';
import { presenceGradients, presenceLoss } from './presence-output.ts';
import { ratingGradients, ratingLoss } from './rating-output.ts';

/** Losses of a batch, forward only. Leaves what {@link lossAndGradients} goes on from. */
export function lossesOf(network: Network, batch: Batch): Losses {
	encode(network, batch);
	return {
		presence: presenceLoss(network, batch),
		rating: network.shape.ratings ? ratingLoss(network, batch) : 0,
	};
}

/** Losses of a batch and the one number that training makes small. */
export interface BatchLosses extends Losses {
	readonly total: number;
}

/**
 * Losses of a batch, and adds their gradients to those of the parameters.
 *
 * With ratings the two losses are weighted by how uncertain each is (Kendall, Gal & Cipolla 2018): with
 * learned log variances s, total = e^−s₁ · presence + ½e^−s₂ · rating + ½s₁ + ½s₂. A
 * `ratingPull` below 1 takes from the rating's gradient on its way to the hidden layer.
 */
export function lossAndGradients(network: Network, batch: Batch): BatchLosses {
	const { kernels, parameters, shape, hiddenGradient } = network;
	const losses = lossesOf(network, batch);
	const { presence, rating } = losses;
	kernels.arena.f32(hiddenGradient, batch.rows * shape.width).fill(0);
	if (!shape.ratings) {
		presenceGradients(network, batch, 1);
		encoderGradients(network, batch);
		return { ...losses, total: presence };
	}
	const [s1 = 0, s2 = 0] = kernels.arena.f32(parameters.at('logVariances'), 2);
	const [ofPresence, ofRating] = [Math.exp(-s1), Math.exp(-s2) / 2];
	presenceGradients(network, batch, ofPresence);
	ratingGradients(network, batch, ofRating);
	encoderGradients(network, batch);
	const slopes = kernels.arena.f32(parameters.gradientAt('logVariances'), 2);
	slopes[0] = (slopes[0] ?? 0) + 1 / 2 - ofPresence * presence;
	slopes[1] = (slopes[1] ?? 0) + 1 / 2 - ofRating * rating;
	return { ...losses, total: ofPresence * presence + ofRating * rating + (s1 + s2) / 2 };
}
