import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built site, running on loopback. */
export interface Site {
	readonly url: string;
	readonly pid: number;
	/** Everything that it wrote so far; what it answered last may still be on its way. */
	output(): string;
	/** Its log, whole: lines of JSON up to what it answered last, without their times, which may hold any digits. */
	log(): Promise<string>;
	stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 20;
const LOG_TIMEOUT_MS = 10_000;

/**
 * Starts the site as `npm start` does, on a free port and with an empty store, and resolves with its first answer.
 *
 * @throws Error with the server's output when it ends before or does not answer in time
 */
export async function startSite(env: Record<string, string> = {}): Promise<Site> {
	const port = await freePort();
	const dataDir = await mkdtemp(join(tmpdir(), 'sprout-site-'));
	const server = spawn(process.execPath, ['src/pipeline/cli.ts', 'serve'], {
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: String(port),
			LOG_LEVEL: 'debug',
			POSTERS: 'off',
			TITLE_DETAILS: 'off',
			// Tests and benchmarks are one client that asks a lot.
			API_REQUESTS_PER_MINUTE: '0',
			DATA_DIR: dataDir,
			...env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	server.stdout.on('data', (chunk) => (output += String(chunk)));
	server.stderr.on('data', (chunk) => (output += String(chunk)));
	const cleared = new Promise<void>((resolve) => {
		server.once('exit', () => resolve(rm(dataDir, { recursive: true, force: true })));
	});
	const url = `http://127.0.0.1:${port}`;
	await firstAnswer(url, server, () => output);
	return {
		url,
		pid: server.pid ?? -1,
		output: () => output,
		log: () => wholeLog(url, () => output),
		async stop() {
			await stop(server);
			await cleared;
		},
	};
}

async function firstAnswer(url: string, server: ChildProcess, output: () => string) {
	const deadline = performance.now() + START_TIMEOUT_MS;
	while (performance.now() < deadline) {
		if (hasEnded(server)) throw new Error(`The site ended at once:\n${output()}`);
		const answer = await fetch(`${url}/healthz`).catch(() => undefined);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
	server.kill('SIGKILL');
	throw new Error(`The site did not answer in ${START_TIMEOUT_MS} ms:\n${output()}`);
}

/** Asks for something more and waits for its line: all before it are then there as well. */
async function wholeLog(url: string, output: () => string): Promise<string> {
	const lines = () => output().split('"route":"/healthz"').length;
	const before = lines();
	await fetch(`${url}/healthz`);
	const deadline = performance.now() + LOG_TIMEOUT_MS;
	while (lines() === before) {
		if (performance.now() > deadline) throw new Error('The site logs no requests.');
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
	const logged = output()
		.split('\n')
		.filter((line) => line.startsWith('{'));
	return logged.join('\n').replaceAll(/"time":\d+,/g, '');
}

/** By itself or by a signal: only one of the two is then set. */
function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
	return exitCode !== null || signalCode !== null;
}

function stop(server: ChildProcess): Promise<void> {
	if (hasEnded(server)) return Promise.resolve();
	return new Promise((resolve) => {
		server.once('exit', () => resolve());
		server.kill('SIGTERM');
	});
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => {
				if (address && typeof address === 'object') resolve(address.port);
				else reject(new Error('No free port was found.'));
			});
		});
	});
}
