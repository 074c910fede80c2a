import type { CsvOptions } from '../csv.ts';
import type { Corpus } from './corpus.ts';
import { readUserEntries } from './user-entries.ts';
import { UserListsBuilder, type UserLists } from './user-lists.ts';
import type { Split, UserRecord } from './users.ts';

/** Reads `profiles.csv.gz` into the lists of each split; entries outside the corpus only count for the length. */
export async function readProfiles(
	path: string,
	corpus: Corpus,
	users: ReadonlyMap<number, UserRecord>,
	options: CsvOptions = {},
): Promise<Record<Split, UserLists>> {
	const lists = new UserListsBuilder(corpus);
	for (const entries of await readUserEntries(path, (user) => users.has(user), options)) {
		const record = users.get(entries.user);
		if (record) lists.add(entries, record);
	}
	return lists.finish();
}
