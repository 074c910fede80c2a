import { join } from 'node:path';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { statusOf } from '#learn/interactions.ts';
import { readCsv } from '../csv.ts';
import type { EvaluationSplit } from '../dataset/dataset.ts';
import { isPlanned, scoreOfCode, statusOfCode } from '../dataset/entry-code.ts';
import { LIST_LENGTHS } from '../dataset/training-interactions.ts';
import { readUserEntries } from '../dataset/user-entries.ts';
import { readSources, readUsers } from '../dataset/users.ts';

/** A whole list, titles beyond the corpus included, of somebody whom no model was learned from. */
export interface HeldOutList {
	readonly user: number;
	/** Ascending by title; plans are left out. */
	readonly entries: readonly ListEntry[];
	/** MyAnimeList ids that are hidden from a model and to be predicted. */
	readonly withheld: ReadonlySet<number>;
}

/**
 * The lists of one split, ascending by user; collectors and users without withheld entries are left out.
 *
 * @throws DataFileError when a file is missing or unreadable; broken rows are passed over, readers of the whole data
 * tell them
 */
export async function readHeldOutLists(
	folder: string,
	split: EvaluationSplit,
	signal: AbortSignal,
): Promise<HeldOutList[]> {
	const options = { signal };
	const sources = await readSources(join(folder, 'evaluation', 'sources.csv'), options);
	const users = await readUsers(join(folder, 'users.csv'), sources, options);
	const withheld = new Map<number, Set<number>>();
	await readCsv(
		join(folder, 'evaluation', `${split}-withheld.csv`),
		['user', 'mal_id'],
		([user, malId]) => {
			const titles = withheld.get(Number(user)) ?? new Set();
			withheld.set(Number(user), titles.add(Number(malId)));
		},
		options,
	);
	const isWanted = (user: number) => users.get(user)?.split === split && withheld.has(user);
	const lists = await readUserEntries(join(folder, 'profiles.csv.gz'), isWanted, options);
	return lists
		.map(({ user, malIds, codes }) => ({
			user,
			entries: Array.from(codes, (code, at) => ({ code, malId: malIds[at] ?? 0 }))
				.filter(({ code }) => !isPlanned(code))
				.map(({ code, malId }) => ({
					malId,
					score: scoreOfCode(code) || null,
					status: statusOf(statusOfCode(code)),
				})),
			withheld: withheld.get(user) ?? new Set<number>(),
		}))
		.filter(({ entries }) => entries.length <= LIST_LENGTHS.maxEntries);
}
