import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from '../src/pipeline/csv.ts';
import { openProfileSet } from '../src/pipeline/dataset/profile-set/open-profile-set.ts';
import { writeGeneratedProfiles } from './generated-profiles.ts';
import type { Measurement } from './measurement.ts';

const ENTRIES_EACH = 150;
const FEW_USERS = 20_000;
const MANY_USERS = 200_000;
/** What has to fit one day. */
const FULL = { users: 1.6e6, entries: 500e6 };
const MEMORY_LIMIT_MB = 1000;
const POLL_MS = 50;
const SEED = 1;

interface Run {
	readonly ms: number;
	/** Largest resident memory of the command, in megabytes of 10⁶ bytes. */
	readonly peakMB: number;
	/** Size of the set in bytes. */
	readonly bytes: number;
	/** The plainest pass over the same file: its text, and nothing done with it. */
	readonly textMs: number;
	/** Opening the set, checksum and all, and looking at every entry, in blocks of users. */
	readonly readMs: number;
}

/** Packing generated profiles, in time and memory; two sizes show that memory does not follow the size. */
export async function run(): Promise<Measurement[]> {
	const folder = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
	try {
		const few = await measure(folder, FEW_USERS);
		const many = await measure(folder, MANY_USERS);
		const rowsPerSecond = (MANY_USERS * ENTRIES_EACH) / (many.ms / 1000);
		const minutes = FULL.entries / rowsPerSecond / 60;
		const size = `${MANY_USERS} profiles × ${ENTRIES_EACH} entries`;
		return [
			{
				name: `pack ${size}`,
				median: many.ms,
				unit: 'ms',
				reference: { name: 'the text of the file alone', median: many.textMs },
				note: `one run, ${Math.round(rowsPerSecond / 1000)},000 rows/s; 500 M rows: ${Math.round(minutes)} min`,
			},
			{
				name: `peak memory, ${size}`,
				median: many.peakMB,
				unit: 'MB',
				limit: MEMORY_LIMIT_MB,
				reference: { name: `${FEW_USERS} profiles × ${ENTRIES_EACH} entries`, median: few.peakMB },
			},
			{
				name: `size of the set, ${size}`,
				median: many.bytes / 1e6,
				unit: 'MB',
				note: `${(many.bytes / MANY_USERS / ENTRIES_EACH).toFixed(2)} bytes an entry`,
			},
			{
				name: `open the set, check it, read every entry`,
				median: many.readMs,
				unit: 'ms',
				reference: { name: 'the text of the CSV file alone', median: many.textMs },
			},
		];
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function measure(folder: string, users: number): Promise<Run> {
	const csv = join(folder, `${users}.csv`);
	const set = join(folder, `${users}.set`);
	await writeGeneratedProfiles(csv, { users, entriesEach: ENTRIES_EACH, seed: SEED });
	const textMs = await timed(async () => {
		for await (const _ of readText(csv));
	});
	let peakMB = 0;
	const ms = await timed(async () => {
		peakMB = await peakOf(['src/pipeline/cli.ts', 'dataset', '--profiles', csv, '--out', set]);
	});
	const readMs = await timed(() => readEverything(set, users * ENTRIES_EACH));
	const { size } = await stat(set);
	await rm(csv);
	return { ms, peakMB, bytes: size, textMs, readMs };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** Runs a script of this repository; resolves to the kernel's own account of its largest resident memory. */
async function peakOf(args: string[]): Promise<number> {
	const child = spawn(process.execPath, args, { stdio: 'ignore' });
	let kilobytes = 0;
	const look = async () => {
		const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
		kilobytes = Math.max(kilobytes, Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0));
	};
	const timer = setInterval(() => void look(), POLL_MS);
	const [code] = await once(child, 'exit');
	clearInterval(timer);
	if (code !== 0) throw new Error(`The command ended with ${String(code)}.`);
	return (kilobytes * 1024) / 1e6;
}

async function readEverything(path: string, expected: number): Promise<void> {
	const set = await openProfileSet(path);
	let seen = 0;
	for (let from = 0; from < set.users.length; from += 4096) {
		const { items } = await set.readUsers(from, Math.min(from + 4096, set.users.length));
		for (const item of items) if (item < set.titles.length) seen++;
	}
	await set.close();
	if (seen !== expected) throw new Error(`${seen} of ${expected} entries came back.`);
}
