import { Worker } from 'node:worker_threads';
import { DataFileError } from '../csv.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import {
	packEntries,
	type RankedList,
	type RankingQuestion,
	type RankingReply,
	type RankingSetup,
} from './ranking-messages.ts';

export type { RankedList, RankingSetup } from './ranking-messages.ts';

/** Threads that rank lists, each with the model in a memory of its own. */
export interface RankingPool {
	/** Candidates that the model does not know. */
	readonly unknown: readonly number[];
	/** Ranks some lists in one of the threads, whichever has least to do. */
	rank(lists: readonly (readonly ListEntry[])[]): Promise<readonly RankedList[]>;
	close(): Promise<void>;
}

/**
 * Starts the threads and waits until all have opened the model.
 *
 * @throws DataFileError when the model can't be used
 */
export async function openRankingPool(setup: RankingSetup, threads: number): Promise<RankingPool> {
	const opened = Array.from({ length: threads }, () => startThread(setup));
	const close = async () => void (await Promise.all(opened.map(({ end }) => end())));
	try {
		const unknown = await Promise.all(opened.map(({ ready }) => ready));
		return {
			unknown: unknown[0] ?? [],
			rank(lists) {
				const [first, ...others] = opened;
				if (!first) throw new RangeError('A pool has a thread at least.');
				const idlest = others.reduce(
					(best, thread) => (thread.asked() < best.asked() ? thread : best),
					first,
				);
				return idlest.rank(lists.map(packEntries));
			},
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}

function startThread(setup: RankingSetup) {
	// Flags of test runners and watchers are none of its business.
	const options = { workerData: setup, execArgv: [] };
	const worker = new Worker(new URL('./ranking.worker.ts', import.meta.url), options);
	const started = Promise.withResolvers<readonly number[]>();
	/** Those who wait for an answer, in the order of their questions. */
	const asked: PromiseWithResolvers<readonly RankedList[]>[] = [];
	const fail = (error: Error) => {
		started.reject(error);
		for (const { reject } of asked.splice(0)) reject(error);
	};
	worker.on('message', (reply: RankingReply) => {
		if (reply.kind === 'ready') started.resolve(reply.unknown);
		else if (reply.kind === 'ranked') asked.shift()?.resolve(reply.lists);
		else fail(failureOf(reply));
	});
	worker.once('error', (cause) => fail(new Error('A thread that ranks failed.', { cause })));
	worker.once('exit', () => fail(new Error('A thread that ranks ended.')));
	return {
		ready: started.promise,
		/** Questions that wait for an answer. */
		asked: () => asked.length,
		rank(lists: RankingQuestion) {
			const answer = Promise.withResolvers<readonly RankedList[]>();
			asked.push(answer);
			// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
			worker.postMessage(lists);
			return answer.promise;
		},
		end: () => worker.terminate(),
	};
}

/** The error of a thread, its stack included, as the cause. */
function failureOf({ error, isDataError }: Extract<RankingReply, { kind: 'failed' }>): Error {
	const text = error instanceof Error ? error.message : String(error);
	return isDataError
		? new DataFileError(text, { cause: error })
		: new Error(text, { cause: error });
}
