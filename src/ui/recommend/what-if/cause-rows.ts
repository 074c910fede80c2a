import type { Contribution } from '#core/rank/recommendation.ts';
import type { WhatIf } from '#core/rank/what-if.ts';

/** A title of the list beside which its score can be tried out. */
export interface CauseRow {
	readonly malId: number;
	/** Null where it is no longer among the strongest: its slider stays all the same. */
	readonly contribution: Contribution | null;
}

/**
 * The causes of a recommendation, those known before in their places: what is being dragged neither moves nor goes.
 *
 * @param before MyAnimeList ids in the order of the first look
 */
export function causeRows(
	before: readonly number[],
	contributions: readonly Contribution[],
	tried: readonly WhatIf[],
): CauseRow[] {
	const byId = new Map(contributions.map((one) => [one.malId, one]));
	const stays = (malId: number) => byId.has(malId) || tried.some((one) => one.malId === malId);
	const known = before.filter(stays);
	const fresh = contributions.map(({ malId }) => malId).filter((malId) => !known.includes(malId));
	return [...known, ...fresh].map((malId) => ({ malId, contribution: byId.get(malId) ?? null }));
}
