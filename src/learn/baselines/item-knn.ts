import { topK } from '#core/math/top-k.ts';
import type { ExplainingRecommender, ModelInput } from '#core/model/recommender.ts';
import { itemFrequency } from '../ease/train-ease.ts';
import type { Interactions } from '../interactions.ts';
import { itemPositions, readInput } from './list-input.ts';

/** Settings of item kNN. */
export interface ItemKnnOptions {
	/** How many most similar titles of each title count. */
	readonly neighbours?: number;
	/** Lists that pull every similarity to 0: those of rare titles rest on few. */
	readonly shrinkage?: number;
	/** Titles on c lists are divided by c^exponent as evidence; ½ is the cosine's. */
	readonly evidenceExponent?: number;
	/** The same of the title that is scored. */
	readonly scoredExponent?: number;
	/** A list of n entries counts n^−exponent. */
	readonly userWeightExponent?: number;
	/** Told how many of the items are done. */
	readonly onProgress?: (done: number) => void;
}

/** Chosen on `validation`; docs/decisions/0006 says what was searched. */
export const TUNED_ITEM_KNN = {
	neighbours: 20,
	shrinkage: 2,
	evidenceExponent: 0.8,
	scoredExponent: 0.3,
	userWeightExponent: 0.25,
} as const satisfies ItemKnnOptions;

/** The nearest items of every item, `width` places each; unused places have similarity 0. */
interface Neighbourhoods {
	readonly width: number;
	/** Length itemCount × width. */
	readonly items: Uint16Array;
	readonly similarities: Float32Array;
}

/**
 * Learns item kNN (Sarwar et al. 2001; Deshpande & Karypis 2004): titles are similar by the cosine
 * of their users, users of both ÷ √(users of one × users of the other), and a title scores the sum
 * of its similarities to those of its nearest neighbours that are on the list. The options generalise
 * the cosine as its tuned forms do (Dacrema et al. 2019).
 *
 * Takes O(Σ over entries of their list's length): a second for the whole corpus.
 *
 * @param items MyAnimeList ids by item position, as long as `lists.itemCount`.
 */
export function trainItemKnn(
	items: Int32Array,
	lists: Interactions,
	options: ItemKnnOptions = {},
): ExplainingRecommender {
	const { neighbours = 50 } = options;
	const nearest = findNeighbours(lists, neighbours, options);
	const positions = itemPositions(items);
	return {
		name: `item-knn-${neighbours}`,
		items,
		readInput: (entries) => readInput(entries, positions),
		score: (input, out) => scoreAll(nearest, input, out),
		contributions(input, explained, out) {
			const count = input.items.length;
			explained.forEach((item, j) =>
				contributionsTo(nearest, input, item, out.subarray(j * count, (j + 1) * count)),
			);
		},
	};
}

function findNeighbours(
	lists: Interactions,
	width: number,
	options: ItemKnnOptions,
): Neighbourhoods {
	const { shrinkage = 0, evidenceExponent = 0.5, scoredExponent = 0.5 } = options;
	const { userWeightExponent = 0, onProgress } = options;
	const { itemCount, offsets } = lists;
	const counts = itemFrequency(lists);
	const { starts, users } = usersByItem(lists, counts);
	const nearest = {
		width,
		items: new Uint16Array(itemCount * width),
		similarities: new Float32Array(itemCount * width),
	};
	const similarity = new Float64Array(itemCount);
	const evidence = Float64Array.from(counts, (count) => count ** evidenceExponent);
	const userWeights = Float64Array.from(
		{ length: lists.userCount },
		(_, user) => ((offsets[user + 1] ?? 0) - (offsets[user] ?? 0)) ** -userWeightExponent,
	);
	for (let item = 0; item < itemCount; item++) {
		similarity.fill(0);
		for (let at = starts[item] ?? 0; at < (starts[item + 1] ?? 0); at++) {
			const user = users[at] ?? 0;
			const end = offsets[user + 1] ?? 0;
			const weight = userWeights[user] ?? 0;
			for (let entry = offsets[user] ?? 0; entry < end; entry++) {
				const other = lists.items[entry] ?? 0;
				similarity[other] = (similarity[other] ?? 0) + weight;
			}
		}
		const scored = (counts[item] ?? 0) ** scoredExponent;
		for (let other = 0; other < itemCount; other++) {
			const both = similarity[other] ?? 0;
			const norm = scored * (evidence[other] ?? 0) + shrinkage;
			similarity[other] = both === 0 || other === item ? -Infinity : both / norm;
		}
		topK(similarity, width).forEach((other, place) => {
			nearest.items[item * width + place] = other;
			nearest.similarities[item * width + place] = similarity[other] ?? 0;
		});
		onProgress?.(item + 1);
	}
	return nearest;
}

/** The lists transposed: users of item i at `starts[i] … starts[i + 1] - 1`. */
function usersByItem(lists: Interactions, counts: Uint32Array) {
	const starts = new Uint32Array(lists.itemCount + 1);
	counts.forEach((count, item) => (starts[item + 1] = (starts[item] ?? 0) + count));
	const next = starts.slice();
	const users = new Uint32Array(lists.items.length);
	for (let user = 0; user < lists.userCount; user++) {
		for (let at = lists.offsets[user] ?? 0; at < (lists.offsets[user + 1] ?? 0); at++) {
			const item = lists.items[at] ?? 0;
			const place = next[item] ?? 0;
			users[place] = user;
			next[item] = place + 1;
		}
	}
	return { starts, users };
}

function scoreAll(nearest: Neighbourhoods, input: ModelInput, out: Float32Array): void {
	const weights = new Float32Array(out.length);
	input.items.forEach((item, at) => (weights[item] = input.weights[at] ?? 0));
	const { width, items, similarities } = nearest;
	for (let item = 0; item < out.length; item++) {
		let sum = 0;
		for (let at = item * width; at < (item + 1) * width; at++) {
			sum += (weights[items[at] ?? 0] ?? 0) * (similarities[at] ?? 0);
		}
		out[item] = sum;
	}
}

function contributionsTo(
	nearest: Neighbourhoods,
	input: ModelInput,
	item: number,
	out: Float32Array,
): void {
	const { width, items, similarities } = nearest;
	const own = new Map<number, number>();
	for (let at = item * width; at < (item + 1) * width; at++) {
		// Unused places repeat item 0 with similarity 0 and must not hide a real neighbour 0.
		if (similarities[at]) own.set(items[at] ?? 0, similarities[at] ?? 0);
	}
	input.items.forEach((entry, at) => {
		out[at] = (input.weights[at] ?? 0) * (own.get(entry) ?? 0);
	});
}
