import type { ListEntry } from '#core/profile/list-entry.ts';
import type { RankingModel } from '#core/model/recommender.ts';

/**
 * The plainest linear model: `weight(from, to)` says what a title does for another.
 * A score of 50 or less turns the evidence round. It predicts a rating of 50 plus the number of entries it
 * read for the first title, one more for each after it. Titles are alike by what one does for the other, which
 * counts as their common audience; nothing is linked.
 *
 * @param learnedCount titles that count as learned; all unless told
 */
export function linearModel(
	malIds: readonly number[],
	weight: (from: number, to: number) => number,
	learnedCount = malIds.length,
): RankingModel {
	const items = Int32Array.from(malIds);
	const w = (from: number, to: number) => weight(items[from] ?? -1, items[to] ?? -1);
	const score: RankingModel['score'] = (input, out) => {
		out.fill(0);
		input.items.forEach((from, position) => {
			for (let to = 0; to < out.length; to++) {
				out[to] = (out[to] ?? 0) + (input.weights[position] ?? 0) * w(from, to);
			}
		});
	};
	const rate: RankingModel['rate'] = (input, out) => {
		out.forEach((_, item) => (out[item] = 50 + input.items.length + item));
	};
	const contributions: RankingModel['contributions'] = (input, explained, out) => {
		const count = input.items.length;
		explained.forEach((item, j) =>
			input.items.forEach((from, position) => {
				out[j * count + position] = (input.weights[position] ?? 0) * w(from, item);
			}),
		);
	};
	return {
		name: 'linear',
		items,
		learnedCount,
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
		score,
		rate,
		infer(input, scores, ratings) {
			score(input, scores);
			rate(input, ratings);
		},
		similar: (title, count) =>
			Array.from(items.keys())
				.filter((other) => other !== title)
				.map((other) => {
					const weight = w(title, other);
					return {
						title: other,
						score: weight,
						audience: weight,
						taste: 0,
						facts: 0,
						linked: false,
					};
				})
				.sort((a, b) => b.score - a.score || a.title - b.title)
				.slice(0, count),
		contributions,
		leaveOneOut(input, titles) {
			const n = input.items.length;
			const parts = new Float32Array(titles.length * n);
			contributions(input, titles, parts);
			const without = (k: number) => input.items.filter((_, other) => other !== k);
			return {
				contributions: parts,
				ownScores: Float32Array.from(input.items, (own, k) =>
					without(k).reduce((sum, from) => sum + w(from, own), 0),
				),
				ownRatings: Float32Array.from(input.items, (own) => 50 + n - 1 + own),
			};
		},
	};
}
