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
 * The largest list known to us holds some 20,000 titles: 18 MB plain, 1 MB packed. Real exports shrink
 * 10 to 20 times, the most regular generated ones about 60 times, gzip's own ceiling is 1,032.
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
