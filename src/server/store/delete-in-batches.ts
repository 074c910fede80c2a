import { setImmediate } from 'node:timers/promises';
import type { DeleteResult } from 'kysely';

/** Rows of one batch: some megabytes at most. */
export const BATCH_ROWS = 50;

/**
 * Deletes until a batch is not full. Everybody else gets a turn between two, since SQLite works on the event loop.
 *
 * @param deleteBatch deletes {@link BATCH_ROWS} at most
 */
export async function deleteInBatches(deleteBatch: () => Promise<DeleteResult>): Promise<void> {
	while ((await deleteBatch()).numDeletedRows >= BATCH_ROWS) await setImmediate();
}
