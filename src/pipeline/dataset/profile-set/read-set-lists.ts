import type { Corpus } from '../corpus.ts';
import { UserListsBuilder, type UserLists } from '../user-lists.ts';
import { SPLITS, type Split } from '../users.ts';
import type { ProfileSet } from './open-profile-set.ts';

/** Users read at a time; their lists take some megabytes. */
const BLOCK_USERS = 4096;

/**
 * The lists of a set as `readProfiles` gives those of a file: by split, with items as the corpus numbers
 * them. Takes four bytes for each entry of the corpus, whatever else the set holds.
 */
export async function readSetLists(
	set: ProfileSet,
	corpus: Corpus,
	signal?: AbortSignal,
): Promise<Record<Split, UserLists>> {
	const lists = new UserListsBuilder(corpus);
	for (let from = 0; from < set.users.length; from += BLOCK_USERS) {
		signal?.throwIfAborted();
		const to = Math.min(set.users.length, from + BLOCK_USERS);
		const { offsets, items, codes } = await set.readUsers(from, to);
		for (let place = from; place < to; place++) {
			const [start, end] = [offsets[place - from], offsets[place - from + 1]];
			const malIds = Int32Array.from(items.subarray(start, end), (item) => set.titles[item] ?? 0);
			const entries = { user: set.users[place] ?? 0, malIds, codes: codes.subarray(start, end) };
			const split = SPLITS[set.splits[place] ?? 0] ?? 'train';
			const source = set.header.sources[set.sources[place] ?? 0]?.name ?? '';
			lists.add(entries, { split, source });
		}
	}
	return lists.finish();
}
