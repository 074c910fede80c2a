import type { RankingModel } from '../../model/recommender.ts';
import type { ListEntry } from '../../profile/list-entry.ts';
import type { Others } from '../others.ts';
import type { WatchedTitle } from '../watched-titles.ts';

/** Titles that the visitor's own strictness is drawn towards that of others by, in the plain guess. */
const DAMPING = 5;

/** A hidden title, and what was told of it from the rest of the list. */
export interface HiddenTitle {
	readonly malId: number;
	readonly status: ListEntry['status'];
	/** 1–100; null where it was not scored. */
	readonly score: number | null;
	/** Score that the model expects, 1–100. */
	readonly predicted: number;
	/** What others give the title, moved by how strictly the rest of the list was scored; null where nobody's mean is known. */
	readonly guess: number | null;
	/** Share of the titles that are not on the rest of the list which stand above it, 0–1. */
	readonly percentile: number;
	/** The same by members. */
	readonly byMembers: number;
}

/** What this takes. */
export interface Predictor {
	readonly model: RankingModel;
	readonly others: Others;
	/** Members of every item. */
	readonly members: Float32Array;
	readonly itemOf: ReadonlyMap<number, number>;
}

/**
 * Hides some titles of a list and tells them from the rest.
 *
 * @param rest the list without them
 * @param hidden titles that the model knows
 */
export function hideAndPredict(
	{ model, others, members, itemOf }: Predictor,
	rest: readonly ListEntry[],
	hidden: readonly WatchedTitle[],
): HiddenTitle[] {
	const input = model.readInput(rest);
	const scores = new Float32Array(model.items.length);
	const ratings = new Float32Array(model.items.length);
	model.infer(input, scores, ratings);
	const placeByScore = standing(scores, input.items);
	const placeByMembers = standing(members, input.items);
	const strictness = strictnessOf(rest, others);
	return hidden.map(({ entry: { malId, status, score } }) => {
		const item = itemOf.get(malId) ?? -1;
		const mean = others.mean(malId);
		return {
			malId,
			status,
			score,
			predicted: ratings[item] ?? 0,
			guess: mean === null ? null : Math.min(100, Math.max(1, mean + strictness)),
			percentile: placeByScore(scores[item] ?? 0),
			byMembers: placeByMembers(members[item] ?? 0),
		};
	});
}

/** How far the scores of a list lie above those of others for the same titles, drawn towards 0. */
function strictnessOf(entries: readonly ListEntry[], others: Others): number {
	let [sum, count] = [0, 0];
	for (const { malId, score, status } of entries) {
		const mean = others.mean(malId);
		if (score === null || mean === null || status === 'plan-to-watch') continue;
		sum += score - mean;
		count++;
	}
	return sum / (count + DAMPING);
}

/** Share of the values that are greater than one, half of equal others included; those at `left` don't count. */
function standing(values: Float32Array, left: Int32Array): (value: number) => number {
	const isLeft = new Uint8Array(values.length);
	for (const at of left) isLeft[at] = 1;
	const ascending = values.filter((_, at) => isLeft[at] === 0).sort();
	const among = Math.max(1, ascending.length - 1);
	return (value) => {
		const from = countBelow(ascending, value, false);
		const to = countBelow(ascending, value, true);
		// One of the equal ones is the title itself.
		return (ascending.length - to + Math.max(0, to - from - 1) / 2) / among;
	};
}

/** Values below one in an ascending list, or, if asked so, not above it. */
function countBelow(ascending: Float32Array, value: number, orEqual: boolean): number {
	let [low, high] = [0, ascending.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const own = ascending[middle] ?? Infinity;
		if (own < value || (orEqual && own === value)) low = middle + 1;
		else high = middle;
	}
	return low;
}
