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
	/** Elements within elements; a list needs three. */
	readonly depth: number;
	readonly attributesPerElement: number;
	/** Characters kept of one field; the rest is dropped without failing. */
	readonly textLength: number;
}

const MB = 1_000_000;

/**
 * An entry of MyAnimeList's export takes about 900 bytes. A generated list of 50,000, far more regular than any
 * real one, is 44 MB and shrinks 62 times; gzip's own ceiling is 1,032. So a plain file ends at some 22,000
 * titles, a packed one at the limit on entries.
 */
export const DEFAULT_LIMITS: ListFileLimits = {
	fileBytes: 20 * MB,
	unpackedBytes: 100 * MB,
	ratio: 150,
	ratioFromBytes: 2 * MB,
	entries: 50_000,
	depth: 20,
	attributesPerElement: 64,
	textLength: 500,
};
