import type { LeftOut, ModelInput, RankingModel } from '../model/recommender.ts';
import { entryImpact } from '../model/sprout/entry-impact.ts';
import type { LeftOutEntry } from './profile-analytics.ts';

const MOST_ENTRIES = 10;

/** The entries that matter most and those that fit worst. */
export interface LeftOutEntries {
	readonly impactful: readonly LeftOutEntry[];
	readonly surprising: readonly LeftOutEntry[];
}

/** A recommendation: the title that appears, and the item of the model whose score it has. */
export interface RankedTitle {
	readonly malId: number;
	readonly item: number;
}

/**
 * Takes every entry out of the list, one at a time, and looks at what becomes of some recommendations and of the
 * expected score of the entry itself. Exact for the model that is served.
 *
 * @param top recommendations for the whole list, best first
 */
export function leftOutEntries(
	model: Pick<RankingModel, 'items' | 'leaveOneOut'>,
	input: ModelInput,
	top: readonly RankedTitle[],
): LeftOutEntries {
	const left = model.leaveOneOut(
		input,
		Int32Array.from(top, ({ item }) => item),
	);
	const impact = entryImpact(left, input.items.length);
	const all = Array.from(input.items, (item, k): LeftOutEntry => {
		const score = input.scores[k] || null;
		const predicted = left.ownRatings[k] ?? 0;
		return {
			malId: model.items[item] ?? -1,
			score,
			predicted,
			difference: score === null ? null : score - predicted,
			impact: impact[k] ?? 0,
			lifts: furthest(left, top, k, input.items.length, 1),
			lowers: furthest(left, top, k, input.items.length, -1),
		};
	});
	const surprise = ({ difference }: LeftOutEntry) => Math.abs(difference ?? 0);
	return {
		impactful: all
			.filter((entry) => entry.impact > 0)
			.sort((a, b) => b.impact - a.impact)
			.slice(0, MOST_ENTRIES),
		surprising: all
			.filter(({ score }) => score !== null)
			.sort((a, b) => surprise(b) - surprise(a))
			.slice(0, MOST_ENTRIES),
	};
}

/** The title that an entry does most for (`sign` 1) or against (−1). */
function furthest(
	{ contributions }: LeftOut,
	top: readonly RankedTitle[],
	entry: number,
	entries: number,
	sign: 1 | -1,
): number | null {
	let best: number | null = null;
	let most = 0;
	top.forEach(({ malId }, j) => {
		const own = sign * (contributions[j * entries + entry] ?? 0);
		if (own > most) [best, most] = [malId, own];
	});
	return best;
}
