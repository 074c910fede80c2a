import { readCsv } from '../csv.ts';
import { parseMalId, refuseRow } from './refused-row.ts';

/** Pairs of user and title in the file's order, and where those of each user stand. */
export interface Pairs {
	readonly malIds: readonly number[];
	/** Name of the user of every pair. */
	readonly users: readonly string[];
	readonly placesOf: ReadonlyMap<string, readonly number[]>;
}

/**
 * Reads `user,mal_id`. Pairs are kept in memory, some 20 bytes each, so that they may stand in any order.
 *
 * @throws DataFileError that names the line of a row that can't be used
 */
export async function readPairs(path: string, signal?: AbortSignal): Promise<Pairs> {
	const malIds: number[] = [];
	const users: string[] = [];
	const placesOf = new Map<string, number[]>();
	let last = '';
	await readCsv(
		path,
		['user', 'mal_id'],
		([user, idText], line) => {
			const malId = parseMalId(idText);
			if (user === '') return refuseRow(path, line, 'the user is missing');
			if (malId === null) return refuseRow(path, line, `"${idText}" is no MyAnimeList id`);
			// Equal names in a row share one string.
			if (user !== last) last = user;
			const places = placesOf.get(last);
			if (places) places.push(malIds.length);
			else placesOf.set(last, [malIds.length]);
			malIds.push(malId);
			users.push(last);
		},
		{ onBroken: (line, reason) => refuseRow(path, line, reason), ...(signal && { signal }) },
	);
	return { malIds, users, placesOf };
}
