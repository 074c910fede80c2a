import { describe, expect, it, test } from 'vitest';
import { gzip, listFile, utf16, utf8 } from '#tests/support/list-files.ts';
import type { Bytes } from './byte-chunks.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { ReadList } from './list-file-result.ts';
import { readListFile } from './read-list-file.ts';

async function read(source: Bytes | string): Promise<ReadList> {
	const result = await readListFile(typeof source === 'string' ? utf8(source) : source);
	if (!result.ok) throw new Error(`not read: ${JSON.stringify(result)}`);
	return result;
}

const own = () => new TextDecoder().decode(listFile('sprout-list.csv'));

describe('a table', () => {
	it('that Sprout wrote gives what was saved, low scores too', async () => {
		const { entries, titles, report } = await read(listFile('sprout-list.csv'));
		expect(entries).toEqual([
			{ malId: 5114, score: 95, status: 'completed' },
			{ malId: 2001, score: null, status: 'plan-to-watch' },
			{ malId: 20, score: 8, status: 'dropped' },
		]);
		expect(titles[1]).toBe('Tengen Toppa Gurren Lagann, again "and" again');
		expect(report).toMatchObject({
			format: 'table',
			scale: { outOf: 100, basis: 'format' },
			read: 3,
			accepted: 3,
		});
	});

	it('may have its columns in any order, under other names, and more of them', async () => {
		const { entries, titles, report } = await read(
			'Notes;My status;"MAL ID";Rating;Name\r\n;On-Hold;30;7,5;Evangelion\r\nold;Watching;1;;"Cowboy; Bebop"\r\n',
		);
		expect(entries).toEqual([
			{ malId: 30, score: 75, status: 'on-hold' },
			{ malId: 1, score: null, status: 'watching' },
		]);
		expect(titles).toEqual(['Evangelion', 'Cowboy; Bebop']);
		expect(report.scale).toEqual({ outOf: 10, basis: 'values' });
	});

	it('says what it assumed of scores that could be out of 10 or of 100', async () => {
		const { entries, report } = await read('mal_id,score\n1,7\n2,10\n');
		expect(entries).toEqual([
			{ malId: 1, score: 70, status: 'completed' },
			{ malId: 2, score: 100, status: 'completed' },
		]);
		expect(report.scale).toEqual({ outOf: 10, basis: 'assumed' });
	});

	it('may know titles by AniList’s ids where MyAnimeList’s are missing', async () => {
		const { entries, anilist } = await read(
			'anilist_id\tmal_id\ttitle\n21087\t30276\tOne Punch Man\n101922\t\tDemon Slayer\n',
		);
		expect(entries).toEqual([{ malId: 30276, score: null, status: 'completed' }]);
		expect(anilist).toEqual([
			{ anilistId: 101922, score: null, status: 'completed', title: 'Demon Slayer' },
		]);
	});

	it('has flaws that are counted, not hidden', async () => {
		const { entries, report } = await read(
			'mal_id,title,score,status\n1,A,101,completed\nten,B,5,completed\n,C,5,completed\n2,D,5,asleep\n1,E,90,dropped\n',
		);
		expect(entries).toEqual([{ malId: 1, score: 90, status: 'dropped' }]);
		expect(report).toMatchObject({
			read: 5,
			duplicates: 1,
			skipped: [
				{ reason: 'no-id', examples: ['C'] },
				{ reason: 'unreadable-id', examples: ['B'] },
				{ reason: 'unknown-status', examples: ['D'] },
			],
		});
	});
});

test.each([
	['LF', () => utf8(own().replaceAll('\r\n', '\n'))],
	['CR alone', () => utf8(own().replaceAll('\r\n', '\r'))],
	['no line end at the end', () => utf8(own().trimEnd())],
	['blank lines', () => utf8(own().replaceAll('\r\n', '\r\n\r\n'))],
	['a byte order mark', () => utf8(`\u{feff}${own()}`)],
	['UTF-16 little endian', () => utf16(own(), true)],
	['UTF-16 big endian, marked', () => utf16(`\u{feff}${own()}`, false)],
	[
		'every cell quoted',
		() => utf8('"mal_id","title","score","status"\n' + own().split('\n').slice(1).join('\n')),
	],
	['a hint for spreadsheets', () => utf8(`sep=,\r\n${own()}`)],
])('%s makes no difference', async (_name, bytes) => {
	const expected = await read(listFile('sprout-list.csv'));
	expect(await read(bytes())).toEqual(expected);
	expect((await read(gzip(bytes()))).entries).toEqual(expected.entries);
});

test('line ends and doubled quotes within quotes belong to the title', async () => {
	const { titles } = await read('mal_id,title\n1,"Two\r\nlines, ""quoted"""\n2,a "bare" quote\n');
	expect(titles).toEqual(['Two lines, "quoted"', 'a "bare" quote']);
});

describe('what is refused', () => {
	const refused = (source: string, limits = DEFAULT_LIMITS) => readListFile(utf8(source), limits);

	it.each(['title,score\nNaruto,7\n', 'Dear diary,\ntoday I watched anime.', 'mal_id'.repeat(3)])(
		'no column of ids: %j',
		async (source) => {
			expect(await refused(source)).toEqual({
				ok: false,
				reason: 'not-a-list',
				detail: { content: 'text' },
			});
		},
	);

	it('headings without rows', async () => {
		expect(await refused('mal_id,score\n')).toMatchObject({ reason: 'no-entries' });
	});

	it('a quote that never ends', async () => {
		expect(await refused('mal_id,title\r\n1,A\r\n2,"B\r\n')).toEqual({
			ok: false,
			reason: 'broken',
			detail: { part: 'table', entriesRead: 0, line: 4 },
		});
	});

	it('endless cells, rows and tables', async () => {
		const trick = (source: string) => refused(source);
		expect(await trick(`mal_id,title\n1,"${'a'.repeat(300_000)}`)).toMatchObject({
			detail: { trick: 'oversized-markup' },
		});
		expect(await trick(`mal_id${'a'.repeat(300_000)}`)).toMatchObject({
			detail: { trick: 'oversized-markup' },
		});
		expect(await trick(`mal_id,title\n1${',a'.repeat(300_000)}`)).toMatchObject({
			detail: { trick: 'endless-parts' },
		});
		const limits = { ...DEFAULT_LIMITS, entries: 2 };
		expect(await refused('mal_id\n1\n2\n3\n', limits)).toMatchObject({
			reason: 'too-many-entries',
		});
	});
});
