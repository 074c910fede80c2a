import { DataFileError, type CsvCounts, type CsvOptions } from '../csv.ts';
import { readEntryRows } from './entry-rows.ts';

/** The whole list of one user, ascending by title, each title once. */
export interface UserEntries {
	readonly user: number;
	/** MyAnimeList ids. */
	readonly malIds: Int32Array;
	/** Packed score and status of each (`packEntry`). */
	readonly codes: Uint8Array;
}

// A title and its byte travel as one number while a list is sorted; ids have nine digits at most.
const CODES = 256;

/** A list that is being read. */
export class UserList {
	readonly user: number;
	private readonly rows = new Map<number, number>();

	constructor(user: number) {
		this.user = user;
	}

	/** False where the list has the title already. */
	add(malId: number, code: number): boolean {
		if (this.rows.has(malId)) return false;
		this.rows.set(malId, code);
		return true;
	}

	get isEmpty(): boolean {
		return this.rows.size === 0;
	}

	entries(): UserEntries {
		const rows = new Float64Array(this.rows.size);
		let at = 0;
		for (const [malId, code] of this.rows) rows[at++] = malId * CODES + code;
		rows.sort();
		const malIds = new Int32Array(rows.length);
		const codes = new Uint8Array(rows.length);
		// A loop: `from` with a function goes through an iterator, for every row of a large file.
		rows.forEach((row, place) => {
			malIds[place] = row / CODES;
			codes[place] = row % CODES;
		});
		return { user: this.user, malIds, codes };
	}
}

/**
 * Reads a profiles file as a stream of whole lists, ascending by user; memory is that of the longest list.
 *
 * @throws DataFileError where the users don't ascend, for then no list is known to be whole before the
 *   file's end; and as `readCsv` does
 */
export async function streamUserEntries(
	path: string,
	isKnown: (user: number) => boolean,
	onUser: (entries: UserEntries) => void,
	options: CsvOptions = {},
): Promise<CsvCounts> {
	let open = new UserList(-1);
	const listOf = (user: number, line: number) => {
		if (user < open.user) throw unsorted(path, line, user, open.user);
		if (user > open.user) {
			if (!open.isEmpty) onUser(open.entries());
			open = new UserList(user);
		}
		return open;
	};
	const counts = await readEntryRows(path, isKnown, listOf, options);
	if (!open.isEmpty) onUser(open.entries());
	return counts;
}

function unsorted(path: string, line: number, user: number, before: number): DataFileError {
	return new DataFileError(
		`${path}, line ${line}: user ${user} follows user ${before}. Sort the file by user, as numbers (--help says how).`,
	);
}

/** Reads a profiles file whose rows stand in any order; all lists are in memory at the end. */
export async function readUserEntries(
	path: string,
	isKnown: (user: number) => boolean,
	options: CsvOptions = {},
): Promise<UserEntries[]> {
	const lists = new Map<number, UserList>();
	const listOf = (user: number) => {
		const list = lists.get(user) ?? new UserList(user);
		lists.set(user, list);
		return list;
	};
	await readEntryRows(path, isKnown, listOf, options);
	return [...lists.values()].sort((a, b) => a.user - b.user).map((list) => list.entries());
}
