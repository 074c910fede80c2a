import type { ListEntry } from '../profile/list-entry.ts';

/** Another score that the visitor tries out for a title of the list. */
export interface WhatIf {
	readonly malId: number;
	/** 1–100, as in a {@link ListEntry}. */
	readonly score: number;
}

/** What became of the scores that were tried out; each title once. */
export interface WhatIfOutcome {
	readonly changed: readonly {
		readonly malId: number;
		/** What the list says; null where it has no score. */
		readonly from: number | null;
		readonly to: number;
	}[];
	/** MyAnimeList ids that took no part: not on the list, or only planned. */
	readonly ignored: readonly number[];
}

/**
 * The list as it would be with other scores. Only what was seen takes part: a plan is no evidence, and a title that
 * is not on the list would be another list. Of two scores for one title the last counts.
 */
export function withWhatIf(
	entries: readonly ListEntry[],
	whatIf: readonly WhatIf[],
): { readonly entries: readonly ListEntry[]; readonly outcome: WhatIfOutcome } {
	const tried = new Map(whatIf.map(({ malId, score }) => [malId, score]));
	const takesPart = ({ malId, status }: ListEntry) =>
		status !== 'plan-to-watch' && tried.has(malId);
	// Of two entries of one title the last counts for a model, so its score is the one that changes.
	const before = new Map(entries.filter(takesPart).map(({ malId, score }) => [malId, score]));
	const changed = [...tried].flatMap(([malId, to]) => {
		const from = before.get(malId);
		return from === undefined ? [] : [{ malId, from, to }];
	});
	const ignored = [...tried.keys()].filter((malId) => !before.has(malId));
	return {
		entries: entries.map((entry) =>
			takesPart(entry) ? { ...entry, score: tried.get(entry.malId) ?? entry.score } : entry,
		),
		outcome: { changed, ignored },
	};
}
