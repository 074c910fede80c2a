import { LIST_STATUSES } from '#core/profile/list-entry.ts';
import type { Recommender } from '#core/model/recommender.ts';
import type { Interactions } from '../interactions.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { OnProgress } from '../kernels/symmetric-inverse.ts';
import type { AutoencoderSettings } from '../network/autoencoder-settings.ts';
import { everythingEligible, factless } from '../network/factless.ts';
import { trainAutoencoder } from '../network/train-autoencoder.ts';
import { createAutoencoderRecommender } from './autoencoder-recommender.ts';

/** Everything that one training run needs. */
export interface MultDaeTask {
	/** MyAnimeList ids by item position. */
	readonly items: Int32Array;
	readonly lists: Interactions;
	/** Without ratings. */
	readonly settings: AutoencoderSettings;
	readonly kernels: Kernels;
	/** Awaited between steps of well under a second, share 0–1; what it throws stops the training. */
	readonly onProgress?: OnProgress;
}

/**
 * Learns a denoising autoencoder from presence alone (Mult-DAE; Liang et al. 2018, 1802.05814), with the
 * loss on what is hidden instead of on the whole list. The same seed gives the same model.
 *
 * @throws RangeError when there is no list
 */
export async function trainMultDae(task: MultDaeTask): Promise<Recommender> {
	const { items, lists, settings, kernels, onProgress = () => {} } = task;
	const { weights } = await trainAutoencoder({
		lists: presenceOnly(lists),
		eligible: everythingEligible(lists),
		facts: factless(lists.itemCount),
		factCount: 0,
		settings,
		kernels,
		onProgress: ({ share }) => onProgress(share),
	});
	return createAutoencoderRecommender(`mult-dae-${settings.width}`, items, weights);
}

/** The lists as though nothing had been scored or dropped. */
function presenceOnly(lists: Interactions): Interactions {
	const { length } = lists.items;
	return {
		...lists,
		scores: new Uint8Array(length),
		statuses: new Uint8Array(length).fill(LIST_STATUSES.indexOf('completed')),
	};
}
