import { createRng } from '#core/math/rng.ts';
import { allocateTwoHead } from '#learn/baselines/two-head/two-head-network.ts';
import { allocateBatch } from '#learn/network/batch.ts';
import { everythingEligible, factless } from '#learn/network/factless.ts';
import { fillBatch } from '#learn/network/fill-batch.ts';
import { readKernels } from '#pipeline/training/read-kernels.ts';
import { interactionsOf } from './interactions.ts';

/** Four lists of seven titles, some of them scored. */
export const LISTS = {
	...interactionsOf([[0, 1, 2, 4], [1, 3, 5, 6], [0, 2, 3, 6], [2]], 7),
	scores: Uint8Array.of(90, 0, 60, 80, 70, 100, 0, 30, 0, 85, 95, 75, 80),
};
/** Entries that must be found. */
export const HIDDEN = Uint8Array.of(0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1);

/** A network of random parameters, so small that each can be tried, and a batch of all lists. */
export async function smallTwoHead() {
	const kernels = await readKernels();
	const batch = allocateBatch(kernels, { itemCount: 7, factCount: 0 }, 4, 4);
	const widths = { trunk: [6, 3], head: [4, 5] };
	const network = allocateTwoHead(kernels, 7, { widths, huberDelta: 0.7, ratingWeight: 3 }, batch);
	const { layout, values, gradients } = network;
	const all = kernels.arena.f32(values, layout.length);
	const rng = createRng(5);
	// Above zero in the middle, so that some units are cut off and most are not.
	all.forEach((_, at) => (all[at] = rng.next() - 0.3));
	const context = { kernels, facts: factless(7), factCount: 0, targetExponent: 0.5 };
	const source = { lists: LISTS, eligible: everythingEligible(LISTS), hidden: HIDDEN };
	fillBatch(context, batch, source, Uint32Array.of(0, 1, 2, 3));
	return { network, batch, all, slopes: kernels.arena.f32(gradients, layout.length) };
}
