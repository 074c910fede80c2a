import { describe, expect, it, test } from 'vitest';
import { gzip, listFile, utf16, utf8 } from '#tests/support/list-files.ts';
import type { Bytes } from './byte-chunks.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { ListFileResult, ReadList } from './list-file-result.ts';
import { readListFile } from './read-list-file.ts';

const bytesOf = (source: Bytes | string) => (typeof source === 'string' ? utf8(source) : source);

async function read(source: Bytes | string): Promise<ReadList> {
	const result = await readListFile(bytesOf(source));
	if (!result.ok) throw new Error(`not read: ${JSON.stringify(result)}`);
	return result;
}

/** An export of AniList's with these scores, whose owner sees scores in a format. */
const gdpr = (scores: readonly unknown[], user: object = {}) =>
	JSON.stringify({
		user,
		lists: scores.map((score, i) => ({ series_type: 0, series_id: i + 1, status: 2, score })),
	});

describe('AniList’s export', () => {
	it('gives AniList’s ids, points of 100 and statuses; manga is left out', async () => {
		const { entries, anilist, report } = await read(listFile('gdpr-data.json'));
		expect(entries).toEqual([]);
		expect(anilist).toEqual([
			{ anilistId: 5114, score: 95, status: 'completed', title: '' },
			{ anilistId: 21087, score: 70, status: 'watching', title: '' },
			{ anilistId: 101922, score: null, status: 'plan-to-watch', title: '' },
			{ anilistId: 20, score: 40, status: 'dropped', title: '' },
			{ anilistId: 11061, score: null, status: 'on-hold', title: '' },
			{ anilistId: 1535, score: 88, status: 'completed', title: '' },
			{ anilistId: 999999, score: 60, status: 'completed', title: '' },
		]);
		expect(report).toMatchObject({
			format: 'anilist-json',
			scale: { outOf: 100, basis: 'values' },
			read: 8,
			accepted: 7,
			scored: 5,
			skipped: [{ reason: 'manga', count: 1, examples: [] }],
		});
	});

	it('is read without the name of its owner', async () => {
		const text = JSON.stringify(await read(listFile('gdpr-data.json')));
		expect(text).not.toMatch(/invented|example\.org/);
	});

	// D-04: what AniList shows in five formats is one list of points.
	it.each([
		['POINT_100', [90, 50, 10]],
		['POINT_10_DECIMAL', [9.0, 5.0, 1.0]],
		['POINT_10', [9, 5, 1]],
		['POINT_5', [5, 3, 1]],
	])('reads %s as the same points', async (score_type, scores) => {
		const { anilist } = await read(gdpr(scores, { score_type }));
		expect(anilist.map(({ score }) => score)).toEqual([90, 50, 10]);
	});

	it('reads smileys as AniList’s own points for them', async () => {
		const { anilist, report } = await read(gdpr([1, 2, 3], { scoring_system: 'POINT_3' }));
		expect(anilist.map(({ score }) => score)).toEqual([35, 60, 85]);
		expect(report.scale).toEqual({ outOf: 3, basis: 'stated' });
	});

	it('keeps the points that AniList stores, whatever its owner sees', async () => {
		const { anilist, report } = await read(gdpr([35, 60, 85], { score_type: 3 }));
		expect(anilist.map(({ score }) => score)).toEqual([35, 60, 85]);
		expect(report.scale).toEqual({ outOf: 100, basis: 'values' });
	});

	it('says what it assumed where nothing tells', async () => {
		const { anilist, report } = await read(gdpr([7, 8, 0]));
		expect(anilist.map(({ score }) => score)).toEqual([70, 80, null]);
		expect(report.scale).toEqual({ outOf: 10, basis: 'assumed' });
	});

	it('does not take numbers of other sites for its statuses', async () => {
		const lists = [6, -1, 1.5, '2', null].map((status, i) => ({ series_id: i + 1, status }));
		const { anilist, report } = await read(JSON.stringify({ lists }));
		expect(anilist.map(({ anilistId }) => anilistId)).toEqual([4]);
		expect(report.skipped).toEqual([{ reason: 'unknown-status', count: 4, examples: [] }]);
	});

	it('is a manga list where all of it is', async () => {
		const lists = [{ series_type: 1, series_id: 30002, status: 2 }];
		expect(await readListFile(utf8(JSON.stringify({ lists })))).toMatchObject({
			reason: 'manga-list',
		});
	});
});

describe('Shikimori’s export', () => {
	it('gives MyAnimeList’s ids and scores out of 10', async () => {
		const { entries, titles, report } = await read(listFile('shikimori.json'));
		expect(entries).toEqual([
			{ malId: 1, score: 100, status: 'completed' },
			{ malId: 11061, score: null, status: 'on-hold' },
			{ malId: 20, score: 40, status: 'dropped' },
			{ malId: 523, score: null, status: 'plan-to-watch' },
		]);
		expect(titles[0]).toBe('Cowboy Bebop');
		expect(report).toMatchObject({
			format: 'shikimori-json',
			scale: { outOf: 10, basis: 'format' },
		});
	});

	it('is refused where it is one of manga', async () => {
		const rows = [{ target_id: 2, target_type: 'Manga', target_title: 'Berserk', score: 10 }];
		expect(await readListFile(utf8(JSON.stringify(rows)))).toMatchObject({ reason: 'manga-list' });
	});
});

describe('Sprout’s own JSON', () => {
	it('gives what was saved, low scores too, and ids of AniList', async () => {
		const { entries, anilist, titles, report } = await read(listFile('sprout-list.json'));
		expect(entries).toEqual([
			{ malId: 5114, score: 95, status: 'completed' },
			{ malId: 21, score: null, status: 'watching' },
			{ malId: 20, score: 8, status: 'dropped' },
		]);
		expect(titles[1]).toBe('One Piece');
		expect(anilist).toEqual([
			{ anilistId: 21087, title: 'One Punch Man', score: 70, status: 'on-hold' },
		]);
		expect(report.scale).toEqual({ outOf: 100, basis: 'format' });
	});

	it('says that a later version is not known here', async () => {
		const later = '{"format":"sprout-list","version":2,"entries":[]}';
		expect(await readListFile(utf8(later))).toEqual({
			ok: false,
			reason: 'newer-format',
			detail: { version: 2 },
		});
	});
});

test('reads the same packed, from UTF-16, after a byte order mark and from lines of any kind', async () => {
	const expected = await read(listFile('shikimori.json'));
	const text = new TextDecoder().decode(listFile('shikimori.json'));
	const variants = {
		marked: utf8(`\u{feff}${text}`),
		crlf: utf8(text.replaceAll('\n', '\r\n')),
		little: utf16(text, true),
		big: utf16(`\u{feff}${text}`, false),
	};
	for (const [name, bytes] of Object.entries(variants)) {
		expect(await read(bytes), name).toEqual(expected);
	}
	const packed = await read(gzip(utf16(text, false)));
	expect(packed).toEqual({ ...expected, report: { ...expected.report, compressed: true } });
});

describe('hostile JSON', () => {
	const refused = (source: string, limits = DEFAULT_LIMITS): Promise<ListFileResult> =>
		readListFile(utf8(source), limits);

	it.each([
		['cut off', '{"lists":[{"series_id":1,"status":2'],
		['NaN', '[{"target_id":NaN}]'],
		['a comment', '{"lists":[] /* none */}'],
		['text after it', '[]{}'],
		['a bracket that closes nothing', '[]]]]]]'],
		['a raw line end in a text', '{"lists":[{"series_id":"\n"}]}'],
	])('%s is damage', async (_name, source) => {
		expect(await refused(source)).toEqual({
			ok: false,
			reason: 'broken',
			detail: { part: 'json', entriesRead: 0, line: null },
		});
	});

	it('nesting is refused before it is parsed', async () => {
		expect(await refused('['.repeat(5_000_000))).toEqual({
			ok: false,
			reason: 'too-deep',
			detail: { limit: 20 },
		});
		expect(await refused('{"a":'.repeat(21))).toMatchObject({ reason: 'too-deep' });
		const brackets = `[{"target_id":1,"status":"completed","text":"${'['.repeat(50)}\\"${'{'.repeat(50)}"}]`;
		expect(await refused(brackets)).toMatchObject({ ok: true });
	});

	it('so are millions of values, and too long a text', async () => {
		expect(await refused(`[${'[],'.repeat(2_000_000)}`)).toEqual({
			ok: false,
			reason: 'hostile',
			detail: { trick: 'endless-parts' },
		});
		const long = { ...DEFAULT_LIMITS, jsonLength: 1000 };
		expect(await refused(`["${'a'.repeat(1000)}"]`, long)).toEqual({
			ok: false,
			reason: 'too-large',
			detail: { limitBytes: 1000, unpacked: true },
		});
	});

	it('one entry too many', async () => {
		const limits = { ...DEFAULT_LIMITS, entries: 3 };
		expect(await refused(gdpr([1, 2, 3]), limits)).toMatchObject({ ok: true });
		expect(await refused(gdpr([1, 2, 3, 4]), limits)).toMatchObject({
			reason: 'too-many-entries',
			detail: { limit: 3 },
		});
	});

	it.each([
		['1e999', 'unreadable-id'],
		['1e21', 'unreadable-id'],
		['4294967296', 'unreadable-id'],
		['1.5', 'unreadable-id'],
		['"0x10"', 'unreadable-id'],
		['true', 'unreadable-id'],
		['[1]', 'unreadable-id'],
		['-0', 'no-id'],
		['-7', 'no-id'],
		['null', 'no-id'],
	])('an id of %s is skipped: %s', async (id, reason) => {
		const source = `[{"target_id":1,"status":"completed"},{"target_id":${id},"status":"completed"}]`;
		expect((await read(source)).report.skipped).toMatchObject([{ reason, count: 1 }]);
	});

	it('a list with scores of all kinds keeps its titles', async () => {
		const { anilist, report } = await read(
			'{"lists":[{"series_id":1,"status":2,"score":1e999},{"series_id":2,"status":2,"score":-5},{"series_id":3,"status":2,"score":{}},{"series_id":4,"status":2,"score":"85"}]}',
		);
		expect(anilist.map(({ score }) => score)).toEqual([null, null, null, 85]);
		expect(report.unreadableScores).toBe(3);
	});

	it('fields that objects inherit are no fields of the file', async () => {
		const source =
			'[{"target_id":1,"status":"completed","__proto__":{"score":9},"constructor":1},{"__proto__":{"target_id":2,"status":"completed"}}]';
		const { entries, report } = await read(source);
		expect(entries).toEqual([{ malId: 1, score: null, status: 'completed' }]);
		expect(report.skipped).toEqual([{ reason: 'no-id', count: 1, examples: [] }]);
		expect(({} as { score?: number }).score).toBeUndefined();
		const inherited = '{"__proto__":{"lists":[{"series_id":1,"status":2}]}}';
		expect(await refused(inherited)).toMatchObject({ reason: 'not-a-list' });
	});

	it('of two fields of one name the later counts', async () => {
		const source =
			'[{"target_id":1,"target_id":2,"status":"dropped","status":"completed","score":1,"score":9}]';
		expect((await read(source)).entries).toEqual([{ malId: 2, score: 90, status: 'completed' }]);
	});

	it('titles are bounded', async () => {
		const source = `[{"target_id":1,"status":"completed","target_title":"${'x'.repeat(100_000)}"}]`;
		expect((await read(source)).titles[0]).toHaveLength(500);
	});

	it('rows that are no objects are skipped', async () => {
		const { report } = await read('[{"target_id":1,"status":"completed"},null,7,"a",[]]');
		expect(report.skipped).toEqual([{ reason: 'no-id', count: 4, examples: [] }]);
	});

	it.each(['{"lists":[]}', '[]', '{"format":"sprout-list","version":1,"entries":[]}'])(
		'%s is an empty list',
		async (source) => {
			expect(await refused(source)).toMatchObject({ reason: 'no-entries' });
		},
	);
});
