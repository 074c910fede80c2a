import { DataFileError } from '../csv.ts';

/** A row that can't be used ends the whole run: results of a part would pass for results of all. */
export function refuseRow(path: string, line: number, reason: string): never {
	throw new DataFileError(`${path}, line ${line}: ${reason}. Mend the row and run it again.`);
}

/** A positive whole number as MyAnimeList ids are, or null. */
export function parseMalId(text: string): number | null {
	return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
