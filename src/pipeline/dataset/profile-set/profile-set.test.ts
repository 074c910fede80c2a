import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { withDataFolder } from '#tests/support/data-folder.ts';
import { DataFileError } from '../../csv.ts';
import { readDataset } from '../dataset.ts';
import { packEntry } from '../entry-code.ts';
import { streamUserEntries, type UserEntries } from '../user-entries.ts';
import { SPLITS, type Split } from '../users.ts';
import { encodeHeader, parseHeader, PREAMBLE_BYTES } from './format.ts';
import { openProfileSet, type ProfileSet } from './open-profile-set.ts';
import { readSetLists } from './read-set-lists.ts';
import { ProfileSetWriter } from './write-profile-set.ts';

const SOURCES = [
	{ name: 'old', collected: '2016-09-30' },
	{ name: 'new', collected: null },
];
const ORIGIN = { file: 'profiles.csv', brokenRows: 3 };

let folder: string;
let path: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sprout-set-'));
	path = join(folder, 'profiles.set');
});
afterEach(() => rm(folder, { recursive: true }));

interface UserInSet {
	readonly user: number;
	readonly split: Split;
	readonly source: number;
	/** Ascending by id. */
	readonly entries: readonly (readonly [malId: number, code: number])[];
}

const SMALL: UserInSet[] = [
	{
		user: 4,
		split: 'train',
		source: 1,
		entries: [
			[7, packEntry(10, 4)],
			[90, packEntry(0, 1)],
		],
	},
	{ user: 9, split: 'test', source: 0, entries: [[1, packEntry(3, 0)]] },
];

const listOf = ({ user, entries }: UserInSet): UserEntries => ({
	user,
	malIds: Int32Array.from(entries, ([malId]) => malId),
	codes: Uint8Array.from(entries, ([, code]) => code),
});

async function write(users: readonly UserInSet[], target = path, signal?: AbortSignal) {
	const writer = new ProfileSetWriter(target, SOURCES);
	try {
		for (const each of users) writer.add(listOf(each), each.split, each.source);
		return await writer.finish(ORIGIN, signal);
	} finally {
		writer.close();
	}
}

async function withSet<T>(use: (set: ProfileSet) => Promise<T>): Promise<T> {
	const set = await openProfileSet(path);
	try {
		return await use(set);
	} finally {
		await set.close();
	}
}

/** The users of some places of the set, as they were given to the writer. */
async function readBack(set: ProfileSet, from: number, to: number): Promise<UserInSet[]> {
	const { offsets, items, codes } = await set.readUsers(from, to);
	return Array.from({ length: to - from }, (_, row) => {
		const [start, end] = [offsets[row] ?? 0, offsets[row + 1] ?? 0];
		const titles = Array.from(items.subarray(start, end), (item) => set.titles[item] ?? -1);
		return {
			user: set.users[from + row] ?? -1,
			split: SPLITS[set.splits[from + row] ?? -1] ?? 'train',
			source: set.sources[from + row] ?? -1,
			entries: titles.map((malId, at) => [malId, codes[start + at] ?? -1] as const),
		};
	});
}

const anyCode = fc
	.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 4 }))
	.map(([score, status]) => packEntry(score, status));
const anyEntries = fc
	.uniqueArray(fc.tuple(fc.nat(999_999_999), anyCode), { selector: ([id]) => id, maxLength: 30 })
	.map((entries) => entries.sort(([a], [b]) => a - b));
const anyUsers: fc.Arbitrary<UserInSet[]> = fc
	.uniqueArray(
		fc.record({
			user: fc.nat(999_999_999),
			split: fc.constantFrom(...SPLITS),
			source: fc.nat(SOURCES.length - 1),
			entries: anyEntries,
		}),
		{ selector: ({ user }) => user, maxLength: 12 },
	)
	.map((users) => users.sort((a, b) => a.user - b.user));

describe('a set of profiles', () => {
	it('gives back what was written, whole and by range', async () => {
		await fc.assert(
			fc.asyncProperty(anyUsers, fc.nat(12), fc.nat(12), async (users, x, y) => {
				await write(users);
				await withSet(async (set) => {
					expect(set.header).toMatchObject({ origin: ORIGIN, sources: SOURCES });
					expect(await readBack(set, 0, users.length)).toEqual(users);
					const [from, to] = [Math.min(x, y, users.length), Math.min(Math.max(x, y), users.length)];
					expect(await readBack(set, from, to)).toEqual(users.slice(from, to));
				});
			}),
			{ numRuns: 50 },
		);
	});

	it('keeps titles ascending, whatever the order in which they appear', async () => {
		await write(SMALL);
		await withSet(async (set) => {
			expect([...set.titles]).toEqual([1, 7, 90]);
			expect([...(await set.readUsers(0, 2)).items]).toEqual([1, 2, 0]);
			expect(set.header.counts).toEqual({ users: 2, entries: 3, titles: 3 });
			await expect(set.readUsers(0, 3)).rejects.toThrow(RangeError);
		});
	});

	it.each([
		[65_536, 2],
		[65_537, 4],
	])('numbers %i titles with %i bytes', async (titles, itemBytes) => {
		// More than a buffer of a part holds, so that pieces have to fit together.
		const entries = Array.from({ length: titles }, (_, id) => [id, id % 11] as const);
		const users = Array.from({ length: 6 }, (_, user) => ({ ...SMALL[0], user, entries }));
		const { payload } = await write(users as UserInSet[]);
		await withSet(async (set) => {
			expect(set.header.itemBytes).toBe(itemBytes);
			const { items, codes } = await set.readUsers(5, 6);
			expect(items.every((item, at) => item === at)).toBe(true);
			expect(codes.every((code, at) => code === at % 11)).toBe(true);
			expect(payload.bytes).toBeGreaterThan(6 * titles * (itemBytes + 1));
		});
	});

	it('has the same bytes for the same lists', async () => {
		const other = join(folder, 'other.set');
		await write(SMALL);
		await write(SMALL, other);
		expect(await readFile(other)).toEqual(await readFile(path));
	});

	it('turns into the lists that the profiles file itself gives', async () => {
		const rows = {
			corpus: ['10,5,0,', '40,2,2,', '20,4,1,'],
			sources: ['old,2016-09-30', 'new,2024-04-30'],
			users: ['1,old,train', '2,old,test', '3,new,validation', '8,new,train'],
			profiles: ['1,40,7,', '1,20,0,plan_to_watch', '1,999,9,dropped', '2,20,1,on_hold', '8,10,0,'],
			validationWithheld: [],
			testWithheld: [],
		};
		await withDataFolder(rows, async (data) => {
			const { lists, corpus } = await readDataset(data);
			const records = new Map(
				rows.users.map((row) => [Number(row.split(',')[0]), row.split(',')] as const),
			);
			const names = ['old', 'new'];
			const writer = new ProfileSetWriter(
				path,
				names.map((name) => ({ name, collected: null })),
			);
			await streamUserEntries(
				join(data, 'profiles.csv.gz'),
				(user) => records.has(user),
				(entries) => {
					const [, source, split] = records.get(entries.user) ?? [];
					writer.add(
						entries,
						SPLITS.find((name) => name === split) ?? 'train',
						names.indexOf(source ?? ''),
					);
				},
			);
			await writer.finish(ORIGIN);
			writer.close();
			expect(await withSet((set) => readSetLists(set, corpus))).toEqual(lists);
		});
	});
});

describe('ProfileSetWriter', () => {
	it('leaves the old set whole until the new one is', async () => {
		await write(SMALL);
		const before = await readFile(path);
		// As a killed run leaves it: parts written, nothing cleaned up.
		const killed = new ProfileSetWriter(path, SOURCES);
		for (const each of SMALL) killed.add(listOf({ ...each, user: each.user + 1 }), 'train', 0);
		expect(existsSync(`${path}.new`)).toBe(true);
		expect(await readFile(path)).toEqual(before);
		// The next run is not troubled by what lies about.
		await write(SMALL.slice(1));
		expect(await withSet(async ({ users }) => [...users])).toEqual([9]);
		killed.close();
	});

	it('cleans up and leaves the old set when it is stopped', async () => {
		await write(SMALL);
		const before = await readFile(path);
		await expect(write(SMALL.slice(1), path, AbortSignal.abort())).rejects.toThrow(/abort/);
		expect(await readFile(path)).toEqual(before);
		expect(await readdir(folder)).toEqual(['profiles.set']);
	});
});

describe('openProfileSet', () => {
	async function refusal(bytes: Uint8Array | string): Promise<string> {
		await writeFile(path, bytes);
		const failure: unknown = await openProfileSet(path).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(DataFileError);
		return failure instanceof Error ? failure.message : '';
	}
	const changed = (bytes: Uint8Array, at: number) => bytes.with(at, (bytes[at] ?? 0) ^ 1);

	test('names a file that is not there or is something else', async () => {
		await expect(openProfileSet(join(folder, 'absent.set'))).rejects.toThrow(/can't be opened/);
		expect(await refusal('')).toMatch(/is no set of profiles/);
		expect(await refusal('user,mal_id,score,status\n1,2,3,\n')).toMatch(/is no set of profiles/);
	});

	test('refuses another version', async () => {
		await write(SMALL);
		expect(await refusal(changed(await readFile(path), 8))).toMatch(/version 0; .* version 1/);
	});

	test('refuses a file that is cut, wherever', async () => {
		await write(SMALL);
		const whole = await readFile(path);
		for (let length = 0; length < whole.length; length++) {
			expect(await refusal(whole.subarray(0, length))).toMatch(/no set|damaged/);
		}
		expect(await refusal(Buffer.concat([whole, Buffer.of(0)]))).toMatch(/bytes instead of/);
	});

	test('notices every changed byte of the payload and of the sizes', async () => {
		const { payload } = await write(SMALL);
		const whole = await readFile(path);
		for (let at = whole.length - payload.bytes; at < whole.length; at++) {
			expect(await refusal(changed(whole, at))).toMatch(/checksum does not fit/);
		}
		for (let at = 12; at < 16; at++) expect(await refusal(changed(whole, at))).toMatch(/damaged/);
	});

	test('refuses a header that is none or contradicts itself', async () => {
		const header = await write(SMALL);
		const encode = (users: number) =>
			encodeHeader({ ...header, counts: { ...header.counts, users } });
		expect(await refusal(encode(3))).toMatch(/contradicts itself/);
		expect(await refusal(encode(-1))).toMatch(/header: counts\.users/);
		expect(await refusal(encode(2).fill(0x20, PREAMBLE_BYTES))).toMatch(/no JSON/);
		const text = new TextDecoder().decode(encode(2).subarray(PREAMBLE_BYTES));
		expect(parseHeader(path, text)).toEqual(header);
	});

	test('refuses columns that contradict each other, though their checksum fits', async () => {
		await write(SMALL.toReversed());
		await expect(openProfileSet(path)).rejects.toThrow(/columns contradict each other/);
	});
});
