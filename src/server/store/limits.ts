const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How much a store keeps and for how long. */
export interface StoreLimits {
	/** A list that is older is removed. */
	readonly listLifetimeMs: number;
	readonly mostLists: number;
	/** Of all lists together, as they are packed. */
	readonly mostListBytes: number;
	readonly titleLifetimeMs: number;
	readonly mostTitles: number;
}

/** A list of 2,000 entries packs into some 20 KB, so that the number is met long before the bytes are. */
export const STORE_LIMITS: StoreLimits = {
	listLifetimeMs: 10 * MINUTE_MS,
	mostLists: 2_000,
	mostListBytes: 200 * 1024 * 1024,
	titleLifetimeMs: 7 * DAY_MS,
	mostTitles: 20_000,
};

/** What a store in memory keeps at most. */
export const MEMORY_LIST_BYTES = 16 * 1024 * 1024;
