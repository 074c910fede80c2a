/** Bounds on what a brought file may cost. Every one of them ends the reading as soon as it is passed. */
export interface ListFileLimits {
	/** Size of the file as it was chosen. */
	readonly fileBytes: number;
	/** Size after unpacking; for a plain file the same bytes. */
	readonly unpackedBytes: number;
	/** Unpacked bytes per packed byte, looked at from `ratioFromBytes` unpacked bytes on. */
	readonly ratio: number;
	readonly ratioFromBytes: number;
	/** Titles in the file, before repeats are merged. */
	readonly entries: number;
	/** Characters of a JSON text, which is parsed as a whole. */
	readonly jsonLength: number;
	/** Values in a JSON text, wherever they stand: what parsing costs is told by their number. */
	readonly jsonValues: number;
	/** Elements within elements, or values within values; a list needs three. */
	readonly depth: number;
	readonly attributesPerElement: number;
	readonly columns: number;
	/** Characters of one cell of a table; a longer one is no title. */
	readonly cellLength: number;
	/** Characters kept of one field; the rest is dropped without failing. */
	readonly textLength: number;
}

const MB = 1_000_000;

/**
 * An entry of MyAnimeList's export takes about 900 bytes. A generated list of 50,000, far more regular than any
 * real one, is 44 MB and shrinks 62 times; gzip's own ceiling is 1,032. So a plain file ends at some 22,000
 * titles, a packed one at the limit on entries. AniList's export takes some 400 bytes for an entry of 25 values and
 * holds more than the list.
 */
export const DEFAULT_LIMITS: ListFileLimits = {
	fileBytes: 20 * MB,
	unpackedBytes: 100 * MB,
	ratio: 150,
	ratioFromBytes: 2 * MB,
	entries: 50_000,
	jsonLength: 20 * MB,
	jsonValues: 3_000_000,
	depth: 20,
	attributesPerElement: 64,
	columns: 256,
	cellLength: 64 * 1024,
	textLength: 500,
};
