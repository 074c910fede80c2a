import type { ExplainingRecommender, ModelInput } from '../model/recommender.ts';
import type { Contribution, ContributionReason } from './recommendation.ts';

/** Most contributions that a recommendation shows. */
const MOST_CONTRIBUTIONS = 5;

/** Contributions below this share explain nothing. */
const LEAST_SHARE = 0.01;

/**
 * The entries that moved one item's score most, strongest first.
 *
 * Exact for a linear model: the shares are parts of the very sum that ranks the item.
 *
 * @param reasonOf what the visitor thought of a title of the list
 */
export function explain(
	model: ExplainingRecommender,
	input: ModelInput,
	item: number,
	reasonOf: (malId: number) => ContributionReason,
): Contribution[] {
	const parts = new Float32Array(input.items.length);
	model.contributions(input, item, parts);
	const whole = parts.reduce((sum, part) => sum + Math.abs(part), 0);
	if (whole === 0) return [];
	return Array.from(parts, (part, position) => ({ part, item: input.items[position] ?? -1 }))
		.filter(({ part }) => Math.abs(part) / whole >= LEAST_SHARE)
		.sort((a, b) => Math.abs(b.part) - Math.abs(a.part))
		.slice(0, MOST_CONTRIBUTIONS)
		.map(({ part, item: cause }) => {
			const malId = model.items[cause] ?? -1;
			const share = Math.abs(part) / whole;
			return { malId, reason: reasonOf(malId), share, sign: part > 0 ? 1 : -1 };
		});
}
