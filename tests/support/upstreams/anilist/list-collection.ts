import type { ListStatus } from '#core/profile/list-entry.ts';
import type { FixtureEntry, FixtureUser } from '../fixtures/user.ts';
import type { Argument } from '../graphql/parse-query.ts';
import { QueryError } from '../graphql/query-error.ts';
import type { SchemaObject } from '../graphql/select.ts';
import { pageOf } from '../paging.ts';
import { listEntryObject } from './list-entry.ts';

const MOST_PER_CHUNK = 500;
/** Older ones are not given. */
const MOST_ENTRIES = 11_000;

export const COLLECTION_ARGS = [
	'userId',
	'userName',
	'type',
	'status',
	'sort',
	'forceSingleCompletedList',
	'chunk',
	'perChunk',
];

const LIST_NAMES: Record<ListStatus, readonly [status: string, name: string]> = {
	watching: ['CURRENT', 'Watching'],
	completed: ['COMPLETED', 'Completed'],
	'on-hold': ['PAUSED', 'Paused'],
	dropped: ['DROPPED', 'Dropped'],
	'plan-to-watch': ['PLANNING', 'Planning'],
};
const REWATCHING = ['REPEATING', 'Rewatching'] as const;

/**
 * The lists of a user, as `MediaListCollection` gives them: an entry is on the list of its status, unless it is
 * hidden there, and on each of its custom lists; chunks are of entries.
 *
 * @throws QueryError for arguments that AniList refuses
 */
export function listCollection(
	user: FixtureUser,
	args: Readonly<Record<string, Argument>>,
	nowMs: number,
): SchemaObject {
	const { chunk = 1, perChunk = MOST_PER_CHUNK, type, forceSingleCompletedList: single } = args;
	if (type !== 'ANIME' && type !== 'MANGA') throw new QueryError('The type field is required.');
	const limit = Math.min(Number(perChunk ?? MOST_PER_CHUNK), MOST_PER_CHUNK);
	const seen = user.entries.filter((entry) => entry.title.anilist && !entry.private);
	const all = type === 'ANIME' ? seen.slice(0, MOST_ENTRIES) : [];
	const offset = (Number(chunk ?? 1) - 1) * limit;
	const { rows, hasNext } = pageOf(all, offset, limit, user.endless);
	return {
		type: 'MediaListCollection',
		fields: {
			hasNextChunk: hasNext,
			user: {
				type: 'User',
				fields: {
					id: user.id,
					name: user.name,
					siteUrl: `https://anilist.co/user/${encodeURIComponent(user.name)}`,
					mediaListOptions: {
						type: 'MediaListOptions',
						fields: { scoreFormat: user.scoreFormat, rowOrder: 'score' },
					},
				},
			},
			lists: groups(rows, single === true).map((group) => listGroup(group, user, nowMs)),
		},
	};
}

interface Group {
	readonly name: string;
	/** None on custom lists. */
	readonly status: string | null;
	readonly split: boolean;
	readonly entries: readonly FixtureEntry[];
}

/** The lists in order of their first entries. */
function groups(entries: readonly FixtureEntry[], singleCompletedList: boolean): Group[] {
	const found = new Map<string, Group & { entries: FixtureEntry[] }>();
	const add = (group: Omit<Group, 'entries'>, entry: FixtureEntry) => {
		const key = `${group.status} ${group.name}`;
		const own = found.get(key) ?? { ...group, entries: [] };
		own.entries.push(entry);
		found.set(key, own);
	};
	for (const entry of entries) {
		const [status, name] = statusOf(entry);
		// Everybody here has chosen to have completed titles split by format.
		const split = status === 'COMPLETED' && !singleCompletedList;
		const format = entry.title.movie ? 'Movie' : 'TV';
		if (!entry.hidden) add({ name: split ? `${name} ${format}` : name, status, split }, entry);
		for (const own of entry.customLists) add({ name: own, status: null, split: false }, entry);
	}
	return [...found.values()];
}

/** How AniList names the state of an entry. */
export function statusOf({ status, rewatching }: FixtureEntry) {
	return rewatching ? REWATCHING : LIST_NAMES[status];
}

function listGroup({ name, status, split, entries }: Group, user: FixtureUser, nowMs: number) {
	return {
		type: 'MediaListGroup',
		fields: {
			name,
			status,
			isCustomList: status === null,
			isSplitCompletedList: split,
			entries: entries.map((entry) => listEntryObject(entry, user, statusOf(entry)[0], nowMs)),
		},
	};
}
