import { parentPort, workerData } from 'node:worker_threads';
import { DataFileError } from '../csv.ts';
import { openBatchModel } from './batch-model.ts';
import { createListRanker, unknownTitles, type RankedTitle } from './list-ranker.ts';
import {
	unpackEntries,
	type RankedList,
	type RankingQuestion,
	type RankingReply,
	type RankingSetup,
} from './ranking-messages.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
const say = (reply: RankingReply) => parentPort?.postMessage(reply);

function inColumns(titles: readonly RankedTitle[]): RankedList {
	return {
		malIds: Int32Array.from(titles, ({ malId }) => malId),
		scores: Float32Array.from(titles, ({ score }) => score),
		predicted: Float32Array.from(titles, ({ predicted }) => predicted),
	};
}

try {
	// Data of the one who started this thread: see `openRankingPool`.
	const setup = workerData as RankingSetup;
	const model = await openBatchModel(setup.bundle, setup.model);
	const rank = createListRanker(model, setup);
	parentPort?.on('message', (lists: RankingQuestion) =>
		say({ kind: 'ranked', lists: lists.map((list) => inColumns(rank(unpackEntries(list)))) }),
	);
	say({ kind: 'ready', unknown: unknownTitles(model, setup.candidates) });
} catch (error) {
	say({ kind: 'failed', error, isDataError: error instanceof DataFileError });
}
