import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { runJob } from './run-job.ts';
import { tinyJob } from './tiny-job.fixture.ts';

const PROGRAM = fileURLToPath(new URL('./run-tiny-job.fixture.ts', import.meta.url));
const NEVER = new AbortController().signal;
/** Kills a run; far fewer than the 36 reports of the whole job, so that most hit the middle. */
const MOST_REPORTS = 9;

let work: string;
beforeEach(async () => void (work = await mkdtemp(join(tmpdir(), 'sprout-kill-'))));
afterEach(() => rm(work, { recursive: true }));

/** Runs the job as a program of its own, and sends it a signal after so many reports. */
async function runAndSignal(threads: number, signal: NodeJS.Signals, reports: number) {
	const child = spawn(process.execPath, [PROGRAM, work, String(threads)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let heard = 0;
	let sentAt = 0;
	child.stdout.on('data', (text: Buffer) => {
		heard += text.toString().split('\n').length - 1;
		if (heard < reports || sentAt > 0) return;
		sentAt = performance.now();
		child.kill(signal);
	});
	const ended = Promise.withResolvers<{ status: number | null; signal: NodeJS.Signals | null }>();
	child.once('close', (status, signal) => ended.resolve({ status, signal }));
	return { ...(await ended.promise), ms: performance.now() - sentAt };
}

async function bytesOf(folder: string): Promise<Uint8Array> {
	return (await runJob(tinyJob(folder, 1), {}, NEVER)).result('all');
}

describe('a job that is killed', () => {
	it.each([1, 3])('ends with the same bytes, %d threads', { timeout: 30_000 }, async (threads) => {
		const expected = await bytesOf(join(work, 'whole'));
		const rng = createRng(threads);
		const ends: (string | null)[] = [];
		for (let kill = 0; kill < 5; kill++) {
			const reports = 1 + rng.below(MOST_REPORTS);
			ends.push((await runAndSignal(threads, 'SIGKILL', reports)).signal);
		}
		expect(ends[0]).toBe('SIGKILL');
		expect(await bytesOf(work)).toEqual(expected);
	});

	it.each([1, 3])('stops within a second of SIGINT, %d threads', async (threads) => {
		const { status, ms } = await runAndSignal(threads, 'SIGINT', 4);
		expect(status).toBe(130);
		expect(ms).toBeLessThan(1000);
	});
});
