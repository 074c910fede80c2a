import { readCsv, type CsvOptions } from '../csv.ts';
import { parseCount } from './corpus.ts';

export const SPLITS = ['train', 'validation', 'test'] as const;
/** `train` is learned from, settings are chosen on `validation`, `test` is only reported. */
export type Split = (typeof SPLITS)[number];

/** Who a list belongs to: no name, only where it came from and what it may be used for. */
export interface UserRecord {
	readonly source: string;
	readonly split: Split;
}

/** Reads `evaluation/sources.csv`: the last day whose titles the users of a source can know. */
export async function readSources(
	path: string,
	options: CsvOptions = {},
): Promise<ReadonlyMap<string, string>> {
	const sources = new Map<string, string>();
	await readCsv(
		path,
		['source', 'collected'],
		([source, collected], line) => {
			if (!/^\d{4}-\d{2}-\d{2}$/.test(collected)) {
				return options.onBroken?.(line, `"${collected}" is no date`);
			}
			sources.set(source, collected);
		},
		options,
	);
	return sources;
}

/** Reads `users.csv`; users of an unknown source or split can't be used and are reported. */
export async function readUsers(
	path: string,
	sources: ReadonlyMap<string, string>,
	options: CsvOptions = {},
): Promise<ReadonlyMap<number, UserRecord>> {
	const users = new Map<number, UserRecord>();
	await readCsv(
		path,
		['user', 'source', 'split'],
		([id, source, splitName], line) => {
			const user = parseCount(id);
			const split = SPLITS.find((name) => name === splitName);
			const broken = (reason: string) => options.onBroken?.(line, reason);
			if (user === null) return broken(`"${id}" is no user number`);
			if (!split) return broken(`"${splitName}" is no split`);
			if (!sources.has(source)) return broken(`"${source}" is no known source`);
			if (users.has(user)) return broken(`user ${user} is there twice`);
			users.set(user, { source, split });
		},
		options,
	);
	return users;
}
