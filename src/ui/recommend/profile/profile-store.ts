import type { ListEntry } from '#core/profile/list-entry.ts';

/** A list that a visitor edits, whether it lives in the address or on the device. */
export interface ProfileStore {
	readonly entries: readonly ListEntry[];
	/** Adds a title as completed, or changes the score of one that is there, keeping its status and place. */
	set(malId: number, score: number | null): ProfileChange;
	remove(malId: number): ProfileChange;
	clear(): ProfileChange;
	/** Takes the latest change back; false where there is none left. */
	undo(): boolean;
}

/** Why a change did not happen: the address is full, or the device refuses to keep more. */
export type ProfileChange = { readonly ok: true } | { readonly ok: false; readonly reason: 'full' };

/** Where the entries are kept. Both must be synchronous, so that two quick changes never overwrite each other. */
export interface ProfileHome {
	read(): readonly ListEntry[];
	/** @returns false when the list does not fit */
	write(entries: readonly ListEntry[]): boolean;
}

/** Changes that can be taken back, at most. */
const UNDO_LIMIT = 50;

/** A store over any home; both homes share this one set of rules. */
export function createProfileStore(home: ProfileHome): ProfileStore {
	const past: (readonly ListEntry[])[] = [];

	const change = (entries: readonly ListEntry[]): ProfileChange => {
		const before = home.read();
		if (!home.write(entries)) return { ok: false, reason: 'full' };
		past.push(before);
		if (past.length > UNDO_LIMIT) past.shift();
		return { ok: true };
	};

	return {
		get entries() {
			return home.read();
		},
		set(malId, score) {
			const entries = home.read();
			const known = entries.some((entry) => entry.malId === malId);
			if (!known) return change([...entries, { malId, score, status: 'completed' }]);
			return change(
				entries.map((entry) => (entry.malId === malId ? rescored(entry, score) : entry)),
			);
		},
		remove: (malId) => change(home.read().filter((entry) => entry.malId !== malId)),
		clear: () => change([]),
		undo() {
			const before = past.pop();
			return before !== undefined && home.write(before);
		},
	};
}

/** Who gives a score to a planned title has seen it. */
function rescored(entry: ListEntry, score: number | null): ListEntry {
	const status = entry.status === 'plan-to-watch' ? 'completed' : entry.status;
	return { ...entry, score, status };
}
