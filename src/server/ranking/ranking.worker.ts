import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestion } from '#core/rank/ranking-questions.ts';
import { createRanking, type Ranking } from '#core/rank/recommend.ts';
import { MODEL_FILE } from '../bundle-manifest.ts';
import { BundleError, measured, openModel, readBundle } from '../bundle.ts';
import type { ThreadData, ThreadMessage, ThreadQuestion } from './thread-messages.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
const say = (message: ThreadMessage) => parentPort?.postMessage(message);

function answer(ranking: Ranking, { name, request }: ThreadQuestion): void {
	try {
		say({ kind: 'answer', answer: answerQuestion(ranking, name, request) });
	} catch (error) {
		say({ kind: 'error', error });
	}
}

try {
	// Data of the one who started this thread: see `startRankingThread`.
	const { bundleDir } = workerData as ThreadData;
	const bundle = await readBundle(bundleDir, [MODEL_FILE]);
	const ranking = createRanking(bundle.catalogue, openModel(bundle), measured(bundle));
	parentPort?.on('message', (question: ThreadQuestion) => answer(ranking, question));
	say({ kind: 'ready' });
} catch (error) {
	// Anything else ends the thread, which its owner notices.
	if (!(error instanceof BundleError)) throw error;
	say({ kind: 'damaged-bundle', message: error.message });
}
