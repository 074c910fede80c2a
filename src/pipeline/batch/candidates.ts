import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { DataFileError, readColumns, readCsv } from '../csv.ts';
import { parseMalId, refuseRow } from './refused-row.ts';

/** Tells which titles belong together; undefined where a title is in no known franchise. */
export type FranchiseOf = (malId: number) => string | undefined;

/** The titles that may be recommended. */
export interface CandidateFile {
	/** MyAnimeList ids in the file's order. */
	readonly malIds: readonly number[];
	/** The file's own franchises; null where it has no such column. */
	readonly franchiseOf: FranchiseOf | null;
}

/**
 * Reads a file of titles: a column `mal_id` and, if there is one, `franchise` (same text = same franchise,
 * empty = none).
 *
 * @throws DataFileError when the file or one of its rows can't be used
 */
export async function readCandidates(path: string, signal?: AbortSignal): Promise<CandidateFile> {
	const hasFranchises = (await readColumns(path, signal)).includes('franchise');
	const franchises = new Map<number, string>();
	await readCsv(
		path,
		['mal_id', hasFranchises ? 'franchise' : 'mal_id'],
		([idText, franchise], line) => {
			const malId = parseMalId(idText);
			if (malId === null) return refuseRow(path, line, `"${idText}" is no MyAnimeList id`);
			if (franchises.has(malId)) return refuseRow(path, line, `title ${malId} is there twice`);
			franchises.set(malId, franchise);
		},
		{ onBroken: (line, reason) => refuseRow(path, line, reason), ...(signal && { signal }) },
	);
	if (franchises.size === 0) throw new DataFileError(`${path} holds no title: add some.`);
	return {
		malIds: [...franchises.keys()],
		franchiseOf: hasFranchises ? (malId) => franchises.get(malId) || undefined : null,
	};
}

/** The franchises of a catalogue, for files that have none. */
export function catalogueFranchises(catalogue: Catalogue): FranchiseOf {
	return (malId) => {
		const index = catalogue.indexOf(malId);
		return index === undefined ? undefined : String(catalogue.franchise[index]);
	};
}
