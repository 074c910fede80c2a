import { LIST_STATUSES, MAX_SCORE, type ListStatus } from '#core/profile/list-entry.ts';
import type { Interactions } from '#learn/interactions.ts';
import { readCsv, type CsvOptions } from '../csv.ts';
import { parseCount, type Corpus } from './corpus.ts';
import { SPLITS, type Split, type UserRecord } from './users.ts';

/** The lists of one split's users, ascending by user number. */
export interface UserLists {
	/** User numbers, length userCount. */
	readonly users: Int32Array;
	/** Where each list was collected. */
	readonly sources: readonly string[];
	/** Entries of the whole list, titles outside the corpus included, planned ones not. */
	readonly listLengths: Uint32Array;
	/** What each user watched, as far as the corpus knows it; never planned titles. */
	readonly watched: Interactions;
	/** What each user plans to watch: no model may see it, it only checks a ranking. */
	readonly planned: Interactions;
}

const PLANNED: ListStatus = 'plan-to-watch';
/** The statuses of the file; most rows have none, which reads as completed. */
const STATUS_CODES: ReadonlyMap<string, number> = new Map([
	['', LIST_STATUSES.indexOf('completed')],
	...LIST_STATUSES.map((status, code) => [status.replaceAll('-', '_'), code] as const),
]);
const PLANNED_CODE = LIST_STATUSES.indexOf(PLANNED);
const SCORE_STEP = MAX_SCORE / 10;

/** The entries of one user: packed score and status by item position. */
interface Draft {
	length: number;
	readonly entries: Map<number, number>;
	/** Every title of the list, to notice repeats outside the corpus as well. */
	readonly seen: Set<number>;
}

const pack = (score: number, status: number) => score * 8 + status;
const unpackScore = (packed: number) => packed >> 3;
const unpackStatus = (packed: number) => packed & 7;

/** Reads `profiles.csv.gz` into the lists of each split; entries outside the corpus only count for the length. */
export async function readProfiles(
	path: string,
	corpus: Corpus,
	users: ReadonlyMap<number, UserRecord>,
	options: CsvOptions = {},
): Promise<Record<Split, UserLists>> {
	const drafts = new Map<number, Draft>();
	await readCsv(
		path,
		['user', 'mal_id', 'score', 'status'],
		([userText, idText, scoreText, statusText], line) => {
			const user = parseCount(userText);
			const malId = parseCount(idText);
			const score = parseCount(scoreText);
			const status = STATUS_CODES.get(statusText);
			const broken = (reason: string) => options.onBroken?.(line, reason);
			if (user === null || malId === null) return broken('user and mal_id must be numbers');
			if (!users.has(user)) return broken(`user ${user} is not in users.csv`);
			if (score === null || score > 10) return broken(`"${scoreText}" is no score from 0 to 10`);
			if (status === undefined) return broken(`"${statusText}" is no status`);
			const draft = drafts.get(user) ?? { length: 0, entries: new Map(), seen: new Set() };
			drafts.set(user, draft);
			if (draft.seen.has(malId)) return broken(`user ${user} lists title ${malId} twice`);
			draft.seen.add(malId);
			if (status !== PLANNED_CODE) draft.length++;
			const item = corpus.position.get(malId);
			if (item !== undefined) draft.entries.set(item, pack(score * SCORE_STEP, status));
		},
		options,
	);
	const lists = (split: Split) => collect(split, users, drafts, corpus.size);
	const [train, validation, test] = SPLITS.map(lists);
	if (!train || !validation || !test) throw new Error('Every split has lists.');
	return { train, validation, test };
}

function collect(
	split: Split,
	users: ReadonlyMap<number, UserRecord>,
	drafts: ReadonlyMap<number, Draft>,
	itemCount: number,
): UserLists {
	const ids = [...users.keys()]
		.filter((user) => users.get(user)?.split === split)
		.sort((a, b) => a - b);
	const rows = (planned: boolean) =>
		ids.map((user) =>
			[...(drafts.get(user)?.entries ?? [])]
				.filter(([, packed]) => (unpackStatus(packed) === PLANNED_CODE) === planned)
				.sort(([a], [b]) => a - b),
		);
	return {
		users: Int32Array.from(ids),
		sources: ids.map((user) => users.get(user)?.source ?? ''),
		listLengths: Uint32Array.from(ids, (user) => drafts.get(user)?.length ?? 0),
		watched: compress(rows(false), itemCount),
		planned: compress(rows(true), itemCount),
	};
}

function compress(rows: readonly (readonly [number, number])[][], itemCount: number): Interactions {
	const offsets = new Uint32Array(rows.length + 1);
	rows.forEach((row, user) => (offsets[user + 1] = (offsets[user] ?? 0) + row.length));
	const flat = rows.flat();
	return {
		userCount: rows.length,
		itemCount,
		offsets,
		items: Uint16Array.from(flat, ([item]) => item),
		scores: Uint8Array.from(flat, ([, packed]) => unpackScore(packed)),
		statuses: Uint8Array.from(flat, ([, packed]) => unpackStatus(packed)),
	};
}
