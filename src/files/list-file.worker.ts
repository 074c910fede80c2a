import { readListFile } from './read-list-file.ts';
import type { ReadRequest, WorkerReply } from './worker-messages.ts';

function reply(message: WorkerReply): void {
	postMessage(message);
}

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
	readListFile(data.file, data.limits, (progress) => reply({ type: 'progress', progress })).then(
		(result) => reply({ type: 'result', result }),
		// The page does not hear of a worker's rejected promises by itself.
		(error: unknown) => reply({ type: 'crash', message: String(error) }),
	);
});
