import type { Terminal } from '../terminal.ts';
import { describeUnknown } from './describe-unknown.ts';
import { openRankingPool, type RankedList, type RankingSetup } from './ranking-pool.ts';
import { readLists, type UserList } from './read-lists.ts';
import { createResultFile, type ResultFile } from './result-file.ts';

/** What to rank for whom. */
export interface RecommendListsOptions {
	readonly ranking: RankingSetup;
	/** Lists that are ranked at once. */
	readonly threads: number;
	/** File of lists. */
	readonly profiles: string;
	/** File to write; `-` is standard output. */
	readonly out: string;
	readonly signal: AbortSignal;
}

const COLUMNS = ['user', 'rank', 'mal_id', 'score', 'predicted_score'];
/** Lists that a thread gets at a time. */
const BATCH = 16;
/** Batches under way for each thread: one in work, one waiting for it. */
const BATCHES_A_THREAD = 2;

/**
 * Ranks the candidates for every list of a file, some lists at a time.
 *
 * @throws DataFileError when a file or a row can't be used; nothing is left in the result's place then
 */
export async function recommendLists(
	{ ranking, threads, profiles, out, signal }: RecommendListsOptions,
	terminal: Terminal,
): Promise<void> {
	const pool = await openRankingPool(ranking, threads);
	const { unknown } = pool;
	const left = describeUnknown('Candidates that the model does not know', unknown, 'left out');
	if (left !== null) terminal.warn(left);
	const result = createResultFile(out, COLUMNS, terminal);
	const progress = terminal.progress('Ranking', 1);
	const waiting: UserList[] = [];
	const underWay: Promise<() => void>[] = [];
	/** Hands out whole batches, or all that is left, and waits until few enough are under way. */
	const work = async (least: number, most: number) => {
		while (waiting.length > 0 && waiting.length >= least) {
			const lists = waiting.splice(0, BATCH);
			const ranked = pool.rank(lists.map(({ entries }) => entries));
			const write = ranked.then((found) => () => writeBatch(lists, found, result));
			// Awaited in its turn; until then a failure is no surprise to anybody.
			write.catch(() => {});
			underWay.push(write);
			while (underWay.length > threads * BATCHES_A_THREAD) (await underWay.shift())?.();
		}
		while (underWay.length > most) (await underWay.shift())?.();
	};
	try {
		const { users } = await readLists(profiles, (list) => waiting.push(list), {
			signal,
			async onShare(share) {
				await work(BATCH, threads * BATCHES_A_THREAD);
				progress.update(share);
			},
		});
		await work(1, 0);
		signal.throwIfAborted();
		result.keep();
		progress.finish(`${users} lists`);
	} finally {
		result.discard();
		await pool.close();
	}
}

function writeBatch(
	lists: readonly UserList[],
	ranked: readonly RankedList[],
	result: ResultFile,
): void {
	lists.forEach(({ user }, k) => {
		const list = ranked[k];
		if (!list) throw new RangeError('Every list has its ranking.');
		const { malIds, scores, predicted } = list;
		malIds.forEach((malId, position) => {
			const shown = Number((scores[position] ?? 0).toPrecision(7));
			result.add([user, position + 1, malId, shown, inPoints(predicted[position] ?? 0)]);
		});
	});
}

/** Points of 100 as points of 10 with three decimals. */
export function inPoints(score: number): string {
	return (score / 10).toFixed(3);
}
