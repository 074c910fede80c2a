import type { ModelInput } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { modelInput } from '#core/profile/model-input.ts';

/** Item position of every MyAnimeList id. */
export function itemPositions(items: Int32Array): ReadonlyMap<number, number> {
	return new Map(Array.from(items, (malId, item) => [malId, item]));
}

/**
 * The plainest reading of a list, which the baselines share: everything watched counts 1, whatever
 * its score. Planned titles, unknown titles and repeats are left out.
 */
export function readInput(
	entries: readonly ListEntry[],
	positions: ReadonlyMap<number, number>,
): ModelInput {
	const input = modelInput(entries, positions);
	return { ...input, weights: new Float32Array(input.items.length).fill(1) };
}
