import type { ModelInput } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';

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
	const watched = new Set<number>();
	for (const { malId, status } of entries) {
		const item = positions.get(malId);
		if (item !== undefined && status !== 'plan-to-watch') watched.add(item);
	}
	const items = Int32Array.from(watched).sort();
	return { items, weights: new Float32Array(items.length).fill(1) };
}
