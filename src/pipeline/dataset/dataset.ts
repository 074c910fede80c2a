import { join } from 'node:path';
import type { CsvOptions } from '../csv.ts';
import { BrokenRowLog, type BrokenRows } from './broken-rows.ts';
import { readCorpus, type Corpus } from './corpus.ts';
import { readProfiles } from './profiles.ts';
import type { UserLists } from './user-lists.ts';
import { readSources, readUsers, type Split } from './users.ts';
import { readWithheld, type Withheld } from './withheld.ts';

/** A split whose users are measured, never learned from. */
export type EvaluationSplit = Exclude<Split, 'train'>;

/** Everything that training and evaluation read of a data folder. */
export interface Dataset {
	readonly corpus: Corpus;
	/** Last day whose titles the users of a source can know. */
	readonly collected: ReadonlyMap<string, string>;
	readonly lists: Readonly<Record<Split, UserLists>>;
	readonly withheld: Readonly<Record<EvaluationSplit, Withheld>>;
	/** Rows that could not be used; an intact folder has none. */
	readonly broken: readonly BrokenRows[];
}

/**
 * Reads `users.csv`, `profiles.csv.gz` and `evaluation/` of a data folder: about three seconds.
 *
 * @throws DataFileError when a file is missing or unreadable; single broken rows are counted instead.
 */
export async function readDataset(folder: string, signal?: AbortSignal): Promise<Dataset> {
	const log = new BrokenRowLog();
	const file = (...parts: string[]): [string, CsvOptions] => {
		const path = join(folder, ...parts);
		return [path, { onBroken: log.of(path), ...(signal && { signal }) }];
	};
	const [usersPath, usersOptions] = file('users.csv');
	const [profilesPath, profilesOptions] = file('profiles.csv.gz');
	const corpus = await readCorpus(...file('evaluation', 'corpus.csv'));
	const collected = await readSources(...file('evaluation', 'sources.csv'));
	const users = await readUsers(usersPath, collected, usersOptions);
	const lists = await readProfiles(profilesPath, corpus, users, profilesOptions);
	const withheld = (split: EvaluationSplit) => {
		const [path, options] = file('evaluation', `${split}-withheld.csv`);
		return readWithheld(path, corpus, lists[split], options);
	};
	return {
		corpus,
		collected,
		lists,
		withheld: { validation: await withheld('validation'), test: await withheld('test') },
		broken: log.report(),
	};
}
