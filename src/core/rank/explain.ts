import type { ExplainingRecommender, ModelInput } from '../model/recommender.ts';
import type { Contribution } from './recommendation.ts';

/** Most contributions that a recommendation shows. */
const MOST_CONTRIBUTIONS = 5;

/** Contributions below this share explain nothing. */
const LEAST_SHARE = 0.01;

/** What is told of an entry of the list, beside what it does. */
type ToldOf = (malId: number) => Pick<Contribution, 'reason' | 'score'>;

/**
 * The entries that move the scores of some items most, strongest first, for each item.
 *
 * Exact: a share is a part of all that the entries of the list do to the very score that ranks the item. All
 * items of a page are explained at once, for each entry is taken out of the list only once then.
 *
 * @param toldOf what the visitor thought of a title of the list
 */
export function explain(
	model: ExplainingRecommender,
	input: ModelInput,
	items: Int32Array,
	toldOf: ToldOf,
): Contribution[][] {
	const count = input.items.length;
	const parts = new Float32Array(items.length * count);
	model.contributions(input, items, parts);
	const causes = Array.from(input.items, (item) => model.items[item] ?? -1);
	return Array.from(items, (_, j) =>
		strongest(parts.subarray(j * count, (j + 1) * count), causes, toldOf),
	);
}

/** @param parts what each entry does to one score */
function strongest(parts: Float32Array, causes: readonly number[], toldOf: ToldOf): Contribution[] {
	const whole = parts.reduce((sum, part) => sum + Math.abs(part), 0);
	if (whole === 0) return [];
	return Array.from(parts, (part, position) => ({ part, malId: causes[position] ?? -1 }))
		.filter(({ part }) => Math.abs(part) / whole >= LEAST_SHARE)
		.sort((a, b) => Math.abs(b.part) - Math.abs(a.part))
		.slice(0, MOST_CONTRIBUTIONS)
		.map(({ part, malId }) => {
			const share = Math.abs(part) / whole;
			return { malId, ...toldOf(malId), share, sign: part > 0 ? 1 : -1 };
		});
}
