import { midRanks } from '../../math/mid-ranks.ts';
import type { ListEntry } from '../../profile/list-entry.ts';

/**
 * Where each score stands among all scores of its owner: the part of them below it, of equal ones half. A 7 of
 * somebody who gives 5 as a rule stands higher than an 8 of somebody who gives 9. Plans don't count.
 *
 * @returns percentiles 0–1 by MyAnimeList id, of scored entries alone
 */
export function ownPercentiles(entries: readonly ListEntry[]): ReadonlyMap<number, number> {
	const scored = entries.flatMap(({ malId, score, status }) =>
		score === null || status === 'plan-to-watch' ? [] : [{ malId, score }],
	);
	const ranks = midRanks(Float32Array.from(scored, ({ score }) => score));
	return new Map(scored.map(({ malId }, at) => [malId, ranks[at] ?? 0.5]));
}
