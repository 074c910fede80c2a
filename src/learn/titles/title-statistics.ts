import { normaliseScore, normalisationOf } from '#core/profile/score-normalisation.ts';
import type { Interactions } from '../interactions.ts';

/** Scores that the catalogue's mean counts for in the usual score of a title. */
const CATALOGUE_SCORES = 8;
/** Titles with fewer scores don't count in the line from the catalogue's mean to the usual score. */
const FEWEST_SCORES = 50;
/** Chance that an entry of a list is hidden when the lists are measured. */
const HIDDEN_SHARE = 0.2;
/** Franchises larger than this are alike. */
const LARGEST_FRANCHISE = 12;

/** What training lists say of titles, for n titles of which the first m are on lists. */
export interface TitleStatistics {
	readonly frequency: Uint32Array;
	/** See `TitleFacts.bias`. */
	readonly bias: Float32Array;
	/** The same by the catalogue's mean alone, as for a title that is on no list. */
	readonly coldBias: Float32Array;
	/** See `TitleFacts.alone`. */
	readonly alone: Float32Array;
	/** The same by the size of the franchise alone. */
	readonly coldAlone: Float32Array;
}

/**
 * Counts what is usual for each title. Titles that are on no list get what is usual for titles that are alike
 * in the catalogue.
 *
 * @param catalogueScore how far everybody's mean lies above the usual one, in points of 10, length n
 * @param franchise number of each title's franchise, length n
 */
export function titleStatistics(
	lists: Interactions,
	catalogueScore: Float32Array,
	franchise: Int32Array,
): TitleStatistics {
	const n = franchise.length;
	const { sums, counts } = scoreSums(lists, n);
	const coldBias = biasByCatalogue(sums, counts, catalogueScore);
	const { alone, coldAlone, frequency } = aloneness(lists, franchise);
	return {
		frequency,
		coldBias,
		bias: coldBias.map(
			(prior, title) =>
				((sums[title] ?? 0) + CATALOGUE_SCORES * prior) / ((counts[title] ?? 0) + CATALOGUE_SCORES),
		),
		alone,
		coldAlone,
	};
}

/** Sums and counts of normalised scores, less the owner's mean one. */
function scoreSums({ offsets, items, scores, userCount }: Interactions, n: number) {
	const sums = new Float64Array(n);
	const counts = new Uint32Array(n);
	for (let user = 0; user < userCount; user++) {
		const [from, to] = [offsets[user] ?? 0, offsets[user + 1] ?? 0];
		const scored = Array.from(scores.subarray(from, to).keys(), (k) => from + k).filter(
			(at) => (scores[at] ?? 0) > 0,
		);
		const sum = scored.reduce((total, at) => total + (scores[at] ?? 0), 0);
		const squares = scored.reduce((total, at) => total + (scores[at] ?? 0) ** 2, 0);
		const normalisation = normalisationOf(scored.length, sum, squares);
		const middle = normaliseScore(normalisation.mean, normalisation);
		for (const at of scored) {
			const title = items[at] ?? 0;
			const own = normaliseScore(scores[at] ?? 0, normalisation) - middle;
			sums[title] = (sums[title] ?? 0) + own;
			counts[title] = (counts[title] ?? 0) + 1;
		}
	}
	return { sums, counts };
}

/** Least squares of the usual score by the catalogue's. */
function biasByCatalogue(
	sums: Float64Array,
	counts: Uint32Array,
	catalogueScore: Float32Array,
): Float32Array {
	let [count, x, y, xx, xy] = [0, 0, 0, 0, 0];
	counts.forEach((raters, title) => {
		if (raters < FEWEST_SCORES) return;
		const own = catalogueScore[title] ?? 0;
		const mean = (sums[title] ?? 0) / raters;
		count++;
		x += own;
		y += mean;
		xx += own * own;
		xy += own * mean;
	});
	const spread = xx - (x * x) / Math.max(1, count);
	const slope = spread > 0 ? (xy - (x * y) / count) / spread : 0;
	const middle = count > 0 ? (y - slope * x) / count : 0;
	return catalogueScore.map((score) => middle + slope * score);
}

/**
 * How often a title is the only one of its franchise that is seen of a list: with k others on the list, all of
 * them are hidden with probability {@link HIDDEN_SHARE}^k.
 */
function aloneness(lists: Interactions, franchise: Int32Array) {
	const n = franchise.length;
	const chances = new Float64Array(n);
	const frequency = new Uint32Array(n);
	for (let user = 0; user < lists.userCount; user++) {
		const own = lists.items.subarray(lists.offsets[user], lists.offsets[user + 1]);
		const together = new Map<number, number>();
		for (const title of own) {
			const number = franchise[title] ?? -1;
			together.set(number, (together.get(number) ?? 0) + 1);
		}
		for (const title of own) {
			const others = (together.get(franchise[title] ?? -1) ?? 1) - 1;
			chances[title] = (chances[title] ?? 0) + HIDDEN_SHARE ** others;
			frequency[title] = (frequency[title] ?? 0) + 1;
		}
	}
	const logOf = (title: number) =>
		Math.log(((chances[title] ?? 0) + 0.5) / ((frequency[title] ?? 0) + 1));
	const coldAlone = bySize(franchise, frequency, logOf);
	const alone = coldAlone.map((usual, title) => (frequency[title] === 0 ? usual : logOf(title)));
	return { frequency, alone, coldAlone };
}

/** Mean over the titles on lists of franchises of one size, for every title of a franchise of that size. */
function bySize(
	franchise: Int32Array,
	frequency: Uint32Array,
	valueOf: (title: number) => number,
): Float32Array {
	const members = new Map<number, number>();
	for (const number of franchise) members.set(number, (members.get(number) ?? 0) + 1);
	const sizeOf = (title: number) =>
		Math.min(LARGEST_FRANCHISE, members.get(franchise[title] ?? -1) ?? 1);
	const sums = new Float64Array(LARGEST_FRANCHISE + 1);
	const counts = new Float64Array(LARGEST_FRANCHISE + 1);
	franchise.forEach((_, title) => {
		if (frequency[title] === 0) return;
		const size = sizeOf(title);
		sums[size] = (sums[size] ?? 0) + valueOf(title);
		counts[size] = (counts[size] ?? 0) + 1;
	});
	return Float32Array.from(franchise, (_, title) => {
		const size = sizeOf(title);
		return (sums[size] ?? 0) / Math.max(1, counts[size] ?? 0);
	});
}
