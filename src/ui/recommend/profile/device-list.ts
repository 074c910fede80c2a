import * as v from 'valibot';
import { LIST_STATUSES, MAX_SCORE, type ListEntry } from '#core/profile/list-entry.ts';

/** A list that was imported and never leaves this device. */
export interface DeviceList {
	/** Name of the file it came from. */
	readonly name: string;
	/** When it was imported: ISO 8601, UTC. */
	readonly importedAt: string;
	readonly entries: readonly ListEntry[];
}

/** Keeps one imported list. */
export interface DeviceListStore {
	/** Null where nothing is kept, or nothing that this version can read. */
	load(): DeviceList | null;
	/** @returns false when the device refuses to keep it (storage full or switched off) */
	save(list: DeviceList): boolean;
	remove(): void;
}

/**
 * Why `localStorage` and not IndexedDB: an entry takes some 12 characters here, so the longest list that is
 * accepted (50,000 entries) needs 1.2 MB of the 5 MB that every browser grants, and reads and
 * writes are synchronous: two quick edits cannot overtake each other, and the page has the list before its
 * first paint.
 */
const KEY = 'sprout:list';

/** `[malId, score, position in LIST_STATUSES]`: names in every row would triple the size. */
const StoredEntry = v.tuple([
	v.pipe(v.number(), v.integer(), v.minValue(1)),
	v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_SCORE))),
	v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIST_STATUSES.length - 1)),
]);
const StoredList = v.object({
	version: v.literal(1),
	name: v.string(),
	importedAt: v.pipe(v.string(), v.isoTimestamp()),
	entries: v.array(StoredEntry),
});

/**
 * @param storage the browser's own, or a stand-in; a function because merely touching it may throw
 * @param key the name that it is kept under: by default that of the imported list
 */
export function createDeviceListStore(
	storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
	key = KEY,
): DeviceListStore {
	return {
		load() {
			const text = attempt(() => storage().getItem(key), null);
			return text === null ? null : decode(text);
		},
		save(list) {
			return attempt(() => {
				storage().setItem(key, encode(list));
				return true;
			}, false);
		},
		remove() {
			attempt(() => storage().removeItem(key), undefined);
		},
	};
}

function encode({ name, importedAt, entries }: DeviceList): string {
	const rows = entries.map(({ malId, score, status }) => [
		malId,
		score,
		LIST_STATUSES.indexOf(status),
	]);
	return JSON.stringify({ version: 1, name, importedAt, entries: rows });
}

function decode(text: string): DeviceList | null {
	const parsed = v.safeParse(
		StoredList,
		attempt<unknown>(() => JSON.parse(text), null),
	);
	if (!parsed.success) return null;
	const { name, importedAt, entries } = parsed.output;
	return {
		name,
		importedAt,
		entries: entries.map(([malId, score, status]) => ({
			malId,
			score,
			status: LIST_STATUSES[status] ?? 'completed',
		})),
	};
}

/** Browsers throw where storage is full, blocked or private; for a visitor that all means "not kept". */
function attempt<T>(act: () => T, otherwise: T): T {
	try {
		return act();
	} catch {
		return otherwise;
	}
}
