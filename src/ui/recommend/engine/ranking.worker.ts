import { createRankingHost } from './ranking-host.ts';
import type { WorkerMessage, WorkerQuestion } from './worker-messages.ts';

// The only lines that need a worker around them; everything else is in the host and is tested there.
const answer = createRankingHost({
	fetch: (...request) => fetch(...request),
	post: (message: WorkerMessage) => postMessage(message),
});

addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => void answer(data));
