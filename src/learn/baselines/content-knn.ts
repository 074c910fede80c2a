import type { ModelInput, Recommender } from '#core/model/recommender.ts';
import { itemPositions, readInput } from './list-input.ts';

/**
 * The recommender that knows no other people: a title scores the cosine between its tags (genres,
 * studios, …: 1 where it has the tag) and the mean tags of the list. It learns nothing, so it is as
 * good for titles that nobody has seen; what knows more must rank those better.
 *
 * @param items MyAnimeList ids by item position
 * @param tags tag numbers of every item, each once, length m
 */
export function createContentKnn(
	items: Int32Array,
	tags: readonly ArrayLike<number>[],
): Recommender {
	const positions = itemPositions(items);
	const tagCount = tags.reduce((most, own) => Math.max(most, ...Array.from(own, (t) => t + 1)), 0);
	return {
		name: 'content-knn',
		items,
		readInput: (entries) => readInput(entries, positions),
		score(input, out) {
			const profile = meanTags(input, tags, tagCount);
			const length = Math.hypot(...profile);
			for (let item = 0; item < out.length; item++) {
				const own = tags[item] ?? [];
				let product = 0;
				for (let at = 0; at < own.length; at++) product += profile[own[at] ?? 0] ?? 0;
				out[item] = product === 0 ? 0 : product / (length * Math.sqrt(own.length));
			}
		},
	};
}

/** How often the list's titles have each tag; the cosine doesn't mind that it is not divided. */
function meanTags(
	{ items, weights }: ModelInput,
	tags: readonly ArrayLike<number>[],
	tagCount: number,
): Float64Array {
	const profile = new Float64Array(tagCount);
	items.forEach((item, at) => {
		for (const tag of Array.from(tags[item] ?? [])) {
			profile[tag] = (profile[tag] ?? 0) + (weights[at] ?? 0);
		}
	});
	return profile;
}
