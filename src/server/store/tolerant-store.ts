import type { Store } from './store.ts';
import { troubleCode } from './store-error.ts';

/** A database that is away would otherwise fill the log with every request. */
const QUIET_MS = 60_000;

/** How a tolerant store tells of trouble. */
export interface TroubleReport {
	/** Hears a code, at most once a minute; errors of databases quote rows and are never passed on. */
	readonly onTrouble: (code: string) => void;
	/** Milliseconds of any clock. */
	readonly now: () => number;
}

/** The same store, but what it can't do counts as not found: a cache that fails must not fail a page. */
export function tolerant(store: Store, { onTrouble, now }: TroubleReport): Store {
	let toldAt = -Infinity;
	const attempt = async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
		try {
			return await work;
		} catch (error) {
			if (now() - toldAt >= QUIET_MS) {
				toldAt = now();
				onTrouble(troubleCode(error));
			}
			return otherwise;
		}
	};
	return {
		lists: {
			get: (...args) => attempt(store.lists.get(...args), null),
			put: (...args) => attempt(store.lists.put(...args), undefined),
		},
		titles: {
			get: (...args) => attempt(store.titles.get(...args), new Map()),
			put: (...args) => attempt(store.titles.put(...args), undefined),
		},
		purge: () => attempt(store.purge(), undefined),
		close: () => attempt(store.close(), undefined),
	};
}
