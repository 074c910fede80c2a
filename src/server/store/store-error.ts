/** The store can't be used; the message says why and what to do. */
export class StoreError extends Error {}

/**
 * What went wrong, in a word that may be logged: messages of databases quote rows, and rows name users.
 * `SQLITE_11` and the like are SQLite's result codes, five characters such as `53300` are PostgreSQL's.
 */
export function troubleCode(error: unknown): string {
	const number = sqliteCode(error);
	if (number !== undefined) return `SQLITE_${number}`;
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}

/** SQLite's primary result code, without what extends it. */
export function sqliteCode(error: unknown): number | undefined {
	if (!(error instanceof Error) || !('errcode' in error)) return undefined;
	return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
