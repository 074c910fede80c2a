import { runJob } from './run-job.ts';
import { tinyJob } from './tiny-job.fixture.ts';

// A program that runs the tiny job and tells each report on a line, to be killed: see `kill-job.test.ts`.
const [work = '', threads = '1'] = process.argv.slice(2);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
try {
	await runJob(
		tinyJob(work, Number(threads)),
		{ onReport: ({ name }, { done }) => void process.stdout.write(`${name} ${done}\n`) },
		stop.signal,
	);
} catch (error) {
	if (!stop.signal.aborted) throw error;
	process.exitCode = 130;
}
