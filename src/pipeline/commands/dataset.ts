import { open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import { BrokenRowLog, describeBrokenRows } from '../dataset/broken-rows.ts';
import { hasMagic, MAGIC, type SetHeader, type SetSource } from '../dataset/profile-set/format.ts';
import { openProfileSet } from '../dataset/profile-set/open-profile-set.ts';
import { ProfileSetWriter } from '../dataset/profile-set/write-profile-set.ts';
import { streamUserEntries } from '../dataset/user-entries.ts';
import { readSources, readUsers, type UserRecord } from '../dataset/users.ts';
import type { Terminal } from '../terminal.ts';

const help = `Usage: npm run sprout -- dataset (--data <folder> | --profiles <file>) [options]

Packs profiles into one binary file that training reads without parsing, in one
pass and little memory. The same profiles make the same bytes. An interrupted
run leaves the old file as it was.

The rows (user,mal_id,score,status) must ascend by user number. To sort a file:
  (head -n 1 in.csv; tail -n +2 in.csv | sort -s -t, -k1,1n) > sorted.csv

Options:
  --data <folder>    pack its profiles.csv.gz, with sources and splits of its users
  --profiles <file>  pack this CSV file (.gz or not); every user counts as train
  --out <file>       where to put it, a new file or an old set (default: profiles.set)`;

/** What is packed, and what is known of its users. */
interface Input {
	readonly path: string;
	readonly sources: readonly SetSource[];
	/** Null where every user is taken, as training data of an unknown source. */
	readonly users: ReadonlyMap<number, UserRecord> | null;
}

interface Options {
	readonly data: string | undefined;
	readonly profiles: string | undefined;
	readonly out: string;
}

async function readOptions(args: string[]): Promise<Options> {
	const { data, profiles, out } = parseOptions(args, {
		data: { type: 'string' },
		profiles: { type: 'string' },
		out: { type: 'string', default: 'profiles.set' },
	});
	if ((data === undefined) === (profiles === undefined)) {
		throw new UsageError('Which profiles? Name a folder with --data or a file with --profiles.');
	}
	if (profiles !== undefined && !(await stat(profiles).catch(() => null))?.isFile()) {
		throw new UsageError(`There is no file ${profiles}.`);
	}
	return { data, profiles, out };
}

/** @throws DataFileError where writing to `path` would replace anything but a set */
async function checkTarget(path: string): Promise<void> {
	const found = await stat(path).catch(() => null);
	if (!found) return;
	const foreign = new DataFileError(`${path} is there and no set of profiles. Name a new file.`);
	if (!found.isFile()) throw foreign;
	const file = await open(path);
	try {
		const start = new Uint8Array(MAGIC.length);
		await file.read(start, 0, start.length, 0);
		if (!hasMagic(start)) throw foreign;
	} finally {
		await file.close();
	}
}

async function readInput(
	{ data, profiles }: Options,
	log: BrokenRowLog,
	signal: AbortSignal,
): Promise<Input> {
	if (data === undefined) {
		return { path: profiles ?? '', sources: [{ name: 'unknown', collected: null }], users: null };
	}
	const sourcesPath = join(data, 'evaluation', 'sources.csv');
	const usersPath = join(data, 'users.csv');
	const collected = await readSources(sourcesPath, { onBroken: log.of(sourcesPath), signal });
	const users = await readUsers(usersPath, collected, { onBroken: log.of(usersPath), signal });
	const sources = [...collected].map(([name, day]) => ({ name, collected: day }));
	return { path: join(data, 'profiles.csv.gz'), sources, users };
}

/** Packs the profiles; the returned header is that of the set now at `out`. */
async function pack(
	{ path, sources, users }: Input,
	out: string,
	log: BrokenRowLog,
	terminal: Terminal,
	signal: AbortSignal,
): Promise<SetHeader> {
	const sourceCodes = new Map(sources.map(({ name }, code) => [name, code]));
	const writer = new ProfileSetWriter(out, sources);
	try {
		const reading = terminal.progress('Reading the profiles', 1);
		const { rows, broken } = await streamUserEntries(
			path,
			(user) => users?.has(user) ?? true,
			(entries) => {
				const record = users?.get(entries.user);
				writer.add(entries, record?.split ?? 'train', sourceCodes.get(record?.source ?? '') ?? 0);
			},
			{ onBroken: log.of(path), onShare: (share) => reading.update(share), signal },
		);
		reading.finish(`${rows} entries`);
		if (rows === 0) throw new DataFileError(`${path} holds no usable row.`);
		const joining = terminal.progress('Joining the columns', 1);
		const header = await writer.finish({ file: basename(path), brokenRows: broken }, signal);
		joining.finish();
		return header;
	} finally {
		writer.close();
	}
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const options = await readOptions(args);
	const { out } = options;
	const log = new BrokenRowLog();
	try {
		await checkTarget(out);
		const input = await readInput(options, log, signal);
		const { counts, payload, origin } = await pack(input, out, log, terminal, signal);
		const checking = terminal.progress('Reading it back', 1);
		await (await openProfileSet(out, signal)).close();
		checking.finish('checksum fits');
		const size = `${(payload.bytes / 1e6).toFixed(2)} MB`;
		const facts = { ...counts, 'rows left out': origin.brokenRows, size, sha256: payload.sha256 };
		const lines = Object.entries(facts).map(([name, value]) => `  ${name.padEnd(16)}${value}`);
		terminal.print([out, ...lines].join('\n'));
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError)) throw error;
		terminal.warn(error.message);
		return 1;
	} finally {
		for (const line of describeBrokenRows(log.report())) terminal.warn(line);
	}
}

/** `npm run sprout -- dataset`. */
export const command: Command = { help, run };
