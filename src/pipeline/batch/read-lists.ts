import { LIST_STATUSES, type ListEntry, type ListStatus } from '#core/profile/list-entry.ts';
import { readCsv, type CsvOptions } from '../csv.ts';
import { parseMalId, refuseRow } from './refused-row.ts';

/** One user's rows of a file of lists. */
export interface UserList {
	/** As the file names the user. */
	readonly user: string;
	/** What the user watched: planned titles are no input, and may be recommended. */
	readonly entries: readonly ListEntry[];
}

/** How many there were. */
export interface ListCounts {
	readonly users: number;
	readonly entries: number;
}

/** The statuses of the file; rows without one read as completed. */
const STATUSES: ReadonlyMap<string, ListStatus> = new Map([
	['', 'completed'],
	...LIST_STATUSES.map((status) => [status.replaceAll('-', '_'), status] as const),
]);
/** Points of the model's scale for one of the file's. */
const SCORE_STEP = 10;

/** Null where the title was not scored; undefined for what is no score. */
function parseScore(text: string): number | null | undefined {
	if (!/^\d{1,2}(\.\d{1,6})?$/.test(text)) return undefined;
	const score = Number(text);
	if (score === 0) return null;
	return score >= 1 && score <= 10 ? score * SCORE_STEP : undefined;
}

/**
 * Reads lists (`user,mal_id,score,status`, scores 0–10, 0 = unscored) and hands each to `onList` as soon
 * as it is whole, so that one list at a time is in memory, and the names of the users seen.
 *
 * @throws DataFileError that names the line where a row can't be used, a user's rows do not stand
 * together, or a title stands twice in a list
 */
export async function readLists(
	path: string,
	onList: (list: UserList) => void,
	options: Omit<CsvOptions, 'onBroken'> = {},
): Promise<ListCounts> {
	const refuse = (line: number, reason: string) => refuseRow(path, line, reason);
	const users = new Set<string>();
	let current: { user: string; entries: Map<number, ListEntry> } | undefined;
	const handOver = () => {
		if (!current) return;
		const entries = [...current.entries.values()];
		const watched = entries.filter((entry) => entry.status !== 'plan-to-watch');
		onList({ user: current.user, entries: watched });
	};
	const { rows } = await readCsv(
		path,
		['user', 'mal_id', 'score', 'status'],
		([user, idText, scoreText, statusText], line) => {
			const malId = parseMalId(idText);
			const score = parseScore(scoreText);
			const status = STATUSES.get(statusText);
			if (user === '') return refuse(line, 'the user is missing');
			if (malId === null) return refuse(line, `"${idText}" is no MyAnimeList id`);
			if (score === undefined) return refuse(line, `"${scoreText}" is no score from 0 to 10`);
			if (status === undefined) {
				return refuse(line, `"${statusText}" is no status (${[...STATUSES.keys()].join(', ')})`);
			}
			if (current?.user !== user) {
				if (users.has(user)) return refuse(line, `the rows of user ${user} must stand together`);
				handOver();
				users.add(user);
				current = { user, entries: new Map() };
			}
			if (current.entries.has(malId)) return refuse(line, `user ${user} lists ${malId} twice`);
			current.entries.set(malId, { malId, score, status });
		},
		{ ...options, onBroken: refuse },
	);
	handOver();
	return { users: users.size, entries: rows };
}
