export const LIST_STATUSES = [
	'watching',
	'completed',
	'on-hold',
	'dropped',
	'plan-to-watch',
] as const;
export type ListStatus = (typeof LIST_STATUSES)[number];

/** One row of somebody's anime list, whatever it was read from. */
export interface ListEntry {
	readonly malId: number;
	/** 1–100, or null where the title was not scored. A MyAnimeList 8 is 80 here. */
	readonly score: number | null;
	readonly status: ListStatus;
}

/** Highest score of {@link ListEntry.score}. */
export const MAX_SCORE = 100;
