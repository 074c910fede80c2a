import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Node's own SQLite in the shape that Kysely's dialect expects of a database. */
export function nodeSqlite(database: DatabaseSync): SqliteDatabase {
	return {
		close: () => database.close(),
		prepare: (text) => statementOf(database.prepare(text)),
	};
}

function statementOf(statement: StatementSync): SqliteStatement {
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => statement.all(...parameters.map(bindable)),
		run: (parameters) => statement.run(...parameters.map(bindable)),
		iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
	};
}

function bindable(value: unknown): SQLInputValue {
	if (value === null || typeof value === 'string' || typeof value === 'number') return value;
	if (typeof value === 'bigint' || value instanceof Uint8Array) return value;
	throw new TypeError(`SQLite can't store a ${typeof value}.`);
}
