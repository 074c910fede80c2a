import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { DataFileError, readColumns, readCsv } from '../csv.ts';
import { parseMalId, refuseRow } from './refused-row.ts';

/** Which titles belong together, by MyAnimeList id; titles that are not there are in no known franchise. */
export type Franchises = ReadonlyMap<number, string>;

/** The titles that may be recommended. */
export interface CandidateFile {
	/** MyAnimeList ids in the file's order. */
	readonly malIds: readonly number[];
	/** The file's own franchises; null where it has no such column. */
	readonly franchises: Franchises | null;
}

/**
 * Reads a file of titles: a column `mal_id` and, if there is one, `franchise` (same text = same franchise,
 * empty = none).
 *
 * @throws DataFileError when the file or one of its rows can't be used
 */
export async function readCandidates(path: string, signal?: AbortSignal): Promise<CandidateFile> {
	const hasFranchises = (await readColumns(path, signal)).includes('franchise');
	const malIds = new Set<number>();
	const franchises = new Map<number, string>();
	await readCsv(
		path,
		['mal_id', hasFranchises ? 'franchise' : 'mal_id'],
		([idText, franchise], line) => {
			const malId = parseMalId(idText);
			if (malId === null) return refuseRow(path, line, `"${idText}" is no MyAnimeList id`);
			if (malIds.has(malId)) return refuseRow(path, line, `title ${malId} is there twice`);
			malIds.add(malId);
			if (franchise !== '') franchises.set(malId, franchise);
		},
		{ onBroken: (line, reason) => refuseRow(path, line, reason), ...(signal && { signal }) },
	);
	if (malIds.size === 0) throw new DataFileError(`${path} holds no title: add some.`);
	return { malIds: [...malIds], franchises: hasFranchises ? franchises : null };
}

/** The franchises of a catalogue, for files that have none. */
export function catalogueFranchises(catalogue: Catalogue): Franchises {
	return new Map(
		Array.from(catalogue.franchise, (franchise, index) => [
			catalogue.anime(index).malId,
			String(franchise),
		]),
	);
}
