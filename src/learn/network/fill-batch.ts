import type { MaskedLists } from './autoencoder-task.ts';
import { fillFacts, fillInput } from './batch-input.ts';
import { fillRatings, fillTargets } from './batch-targets.ts';
import type { Batch, BatchContext } from './batch.ts';

/** Puts the lists of some users into the batch, in the order named. */
export function fillBatch(
	context: BatchContext,
	batch: Batch,
	source: MaskedLists,
	users: Uint32Array,
): void {
	batch.rows = users.length;
	fillInput(context, batch, source, users);
	fillFacts(context, batch);
	fillTargets(context, batch, source, users);
	fillRatings(context, batch, source, users);
}
