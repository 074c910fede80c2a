import type { ListEntry } from '#core/profile/list-entry.ts';
import type { ExplainingRecommender } from '#core/model/recommender.ts';

/**
 * The plainest linear model: `weight(from, to)` says what a title does for another.
 * A score of 50 or less turns the evidence round.
 */
export function linearModel(
	malIds: readonly number[],
	weight: (from: number, to: number) => number,
): ExplainingRecommender {
	const items = Int32Array.from(malIds);
	const w = (from: number, to: number) => weight(items[from] ?? -1, items[to] ?? -1);
	return {
		name: 'linear',
		items,
		readInput(entries: readonly ListEntry[]) {
			const used = entries
				.filter(({ status, malId }) => status !== 'plan-to-watch' && malIds.includes(malId))
				.map(({ malId, score }) => ({ item: malIds.indexOf(malId), score: score ?? 70 }))
				.sort((a, b) => a.item - b.item);
			return {
				items: Int32Array.from(used, ({ item }) => item),
				weights: Float32Array.from(used, ({ score }) => (score > 50 ? 1 : -1)),
				scores: Uint8Array.from(used, ({ score }) => score),
				shunned: new Uint8Array(used.length),
			};
		},
		score(input, out) {
			out.fill(0);
			input.items.forEach((from, position) => {
				for (let to = 0; to < out.length; to++) {
					out[to] = (out[to] ?? 0) + (input.weights[position] ?? 0) * w(from, to);
				}
			});
		},
		contributions(input, item, out) {
			input.items.forEach((from, position) => {
				out[position] = (input.weights[position] ?? 0) * w(from, item);
			});
		},
	};
}
