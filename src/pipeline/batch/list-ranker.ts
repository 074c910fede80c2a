import { topK } from '#core/math/top-k.ts';
import type { RankingModel, Recommender } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { Franchises } from './candidates.ts';

/** One title of a ranking. */
export interface RankedTitle {
	readonly malId: number;
	/** The model's own; comparable within one list. */
	readonly score: number;
	/** Score that the owner would give, 1–100. */
	readonly predicted: number;
}

export interface ListRankerOptions {
	/** Titles that may be recommended, by MyAnimeList id; of equal scores the earlier comes first. */
	readonly candidates: readonly number[];
	/** Longest ranking. */
	readonly top: number;
	/** Where given, no title of a franchise that the list touches is recommended. */
	readonly franchises: Franchises | null;
}

/** Ranks candidates for one list after another; best first. */
export type ListRanker = (entries: readonly ListEntry[]) => RankedTitle[];

/** Candidates that a model has no idea of. */
export function unknownTitles(model: Recommender, malIds: readonly number[]): number[] {
	const known = new Set(model.items);
	return malIds.filter((malId) => !known.has(malId));
}

/**
 * A ranker that keeps its buffers from list to list. What is on the list is never recommended.
 * Candidates that the model does not know are left out.
 */
export function createListRanker(model: RankingModel, options: ListRankerOptions): ListRanker {
	const { candidates, top, franchises } = options;
	const positions = new Map(Array.from(model.items, (malId, item) => [malId, item]));
	const malIds = candidates.filter((malId) => positions.has(malId));
	const items = Int32Array.from(malIds, (malId) => positions.get(malId) ?? 0);
	// Learned titles come first: where no others are candidates, theirs are not worked out.
	const wanted = items.reduce((most, item) => Math.max(most, item + 1), 0);
	const placeOf = new Map(malIds.map((malId, place) => [malId, place]));
	const placesOfFranchise = franchisePlaces(malIds, franchises);
	const scores = new Float32Array(model.items.length);
	const predictions = new Float32Array(model.items.length);
	const chosen = new Float32Array(malIds.length);
	return (entries) => {
		const input = model.readInput(entries);
		model.infer(input, scores, predictions, wanted);
		for (let place = 0; place < items.length; place++) {
			chosen[place] = scores[items[place] ?? 0] ?? 0;
		}
		for (const { malId } of entries) {
			const place = placeOf.get(malId);
			if (place !== undefined) chosen[place] = -Infinity;
			const franchise = franchises?.get(malId);
			if (franchise === undefined) continue;
			for (const kin of placesOfFranchise.get(franchise) ?? []) chosen[kin] = -Infinity;
		}
		return Array.from(topK(chosen, top), (place) => ({
			malId: malIds[place] ?? 0,
			score: chosen[place] ?? 0,
			predicted: predictions[items[place] ?? 0] ?? 0,
		}));
	};
}

/** Candidates of every franchise; titles of no known franchise stand alone. */
function franchisePlaces(
	malIds: readonly number[],
	franchises: Franchises | null,
): ReadonlyMap<string, readonly number[]> {
	const places = new Map<string, number[]>();
	malIds.forEach((malId, place) => {
		const franchise = franchises?.get(malId);
		if (franchise === undefined) return;
		const known = places.get(franchise);
		if (known) known.push(place);
		else places.set(franchise, [place]);
	});
	return places;
}
