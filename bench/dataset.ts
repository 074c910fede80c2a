import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from '../src/pipeline/csv.ts';
import { openProfileSet } from '../src/pipeline/dataset/profile-set/open-profile-set.ts';
import { writeGeneratedProfiles } from './generated-profiles.ts';
import type { Measurement } from './measurement.ts';

const PROFILES = { users: 200_000, entriesEach: 150, seed: 1 };
const ENTRIES = PROFILES.users * PROFILES.entriesEach;
/** What has to fit one day (docs/decisions/0010). */
const FULL_ENTRIES = 500e6;
const MEMORY_LIMIT_MB = 1000;
const LOOK_EVERY_MS = 100;
const BLOCK_USERS = 4096;

/** Packing generated profiles, in time and memory. */
export async function run(): Promise<Measurement[]> {
	const folder = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
	const csv = join(folder, 'profiles.csv');
	const set = join(folder, 'profiles.set');
	try {
		await writeGeneratedProfiles(csv, PROFILES);
		const text = { name: 'the text of the CSV file alone', median: await timed(readAllText, csv) };
		const packed = await pack(csv, set);
		const { size } = await stat(set);
		const rowsPerSecond = ENTRIES / (packed.ms / 1000);
		const minutes = Math.round(FULL_ENTRIES / rowsPerSecond / 60);
		const what = `${PROFILES.users} profiles × ${PROFILES.entriesEach} entries`;
		return [
			{
				name: `pack ${what}`,
				median: packed.ms,
				unit: 'ms',
				reference: text,
				note: `one run, ${Math.round(rowsPerSecond)} rows/s; 500 M rows would take ${minutes} min`,
			},
			{
				name: 'peak memory of the command',
				median: packed.peakMB,
				unit: 'MB',
				limit: MEMORY_LIMIT_MB,
				// Level, not rising: what is packed leaves nothing behind in memory.
				reference: { name: 'in the first half of the run', median: packed.firstHalfPeakMB },
			},
			{
				name: 'size of the set',
				median: size / 1e6,
				unit: 'MB',
				note: `${(size / ENTRIES).toFixed(2)} bytes an entry`,
			},
			{
				name: 'open the set, check it, read every entry',
				median: await timed(readEveryEntry, set),
				unit: 'ms',
				reference: text,
			},
		];
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function timed(work: (path: string) => Promise<void>, path: string): Promise<number> {
	const start = performance.now();
	await work(path);
	return performance.now() - start;
}

async function readAllText(path: string): Promise<void> {
	let length = 0;
	for await (const chunk of readText(path)) length += chunk.length;
	if (length === 0) throw new Error('The file is empty.');
}

/** Runs the command; its memory is the kernel's own account of the most that was ever resident. */
async function pack(csv: string, set: string) {
	const args = ['src/pipeline/cli.ts', 'dataset', '--profiles', csv, '--out', set];
	const start = performance.now();
	const child = spawn(process.execPath, args, { stdio: 'ignore' });
	const peaks: number[] = [];
	const look = async () => {
		const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
		const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
		if (kilobytes !== undefined) peaks.push((Number(kilobytes) * 1024) / 1e6);
	};
	const timer = setInterval(() => void look(), LOOK_EVERY_MS);
	const [code] = await once(child, 'exit');
	clearInterval(timer);
	if (code !== 0) throw new Error(`The command ended with ${String(code)}.`);
	return {
		ms: performance.now() - start,
		peakMB: peaks.at(-1) ?? Number.NaN,
		firstHalfPeakMB: peaks[peaks.length >> 1] ?? Number.NaN,
	};
}

async function readEveryEntry(path: string): Promise<void> {
	const set = await openProfileSet(path);
	let seen = 0;
	for (let from = 0; from < set.users.length; from += BLOCK_USERS) {
		const to = Math.min(from + BLOCK_USERS, set.users.length);
		const { items } = await set.readUsers(from, to);
		for (const item of items) if (item < set.titles.length) seen++;
	}
	await set.close();
	if (seen !== ENTRIES) throw new Error(`${seen} of ${ENTRIES} entries came back.`);
}
