import { describe, expect, test } from 'vitest';
import { gzip, listFile, utf16, utf8 } from '#tests/support/list-files.ts';
import type { Bytes } from './byte-chunks.ts';
import type { ReadList, ReadProgress } from './list-file-result.ts';
import { readListFile } from './read-list-file.ts';

async function read(source: Bytes | Blob): Promise<ReadList> {
	const result = await readListFile(source);
	if (!result.ok) throw new Error(`not read: ${JSON.stringify(result)}`);
	return result;
}

/** A list of one title that holds the given text, for questions of encoding. */
function listTitled(title: string, declaration = ''): string {
	return `${declaration}<myanimelist><anime><series_animedb_id>1</series_animedb_id><series_title>${title}</series_title><my_status>Completed</my_status></anime></myanimelist>`;
}

const textOf = (name: string): string => new TextDecoder().decode(listFile(name));

describe('a MyAnimeList export', () => {
	test('gives ids, scores out of 100 and statuses in the order of the file', async () => {
		const { entries, titles } = await read(listFile('myanimelist.xml'));
		expect(entries).toEqual([
			{ malId: 5114, score: 100, status: 'completed' },
			{ malId: 9253, score: 90, status: 'completed' },
			{ malId: 21, score: 70, status: 'watching' },
			{ malId: 457, score: null, status: 'on-hold' },
			{ malId: 20, score: 40, status: 'dropped' },
			{ malId: 578, score: null, status: 'plan-to-watch' },
			{ malId: 199, score: 80, status: 'completed' },
		]);
		expect(titles.slice(0, 3)).toEqual([
			'Fullmetal Alchemist: Brotherhood',
			'Steins;Gate',
			'One Piece',
		]);
	});

	test('is reported without the name of its owner', async () => {
		const { report } = await read(listFile('myanimelist.xml'));
		expect(report).toEqual({
			format: 'mal-xml',
			scale: { outOf: 10, basis: 'format' },
			compressed: false,
			read: 7,
			accepted: 7,
			duplicates: 0,
			skipped: [],
			byStatus: { completed: 3, watching: 1, 'on-hold': 1, dropped: 1, 'plan-to-watch': 1 },
			scored: 5,
			unreadableScores: 0,
		});
		expect(JSON.stringify(await read(listFile('myanimelist.xml')))).not.toContain('invented');
	});

	test('reads the same packed, from a Blob, and under any name', async () => {
		const plain = await read(listFile('myanimelist.xml'));
		const packed = gzip(listFile('myanimelist.xml'));
		const compressed = { ...plain, report: { ...plain.report, compressed: true } };
		expect(await read(packed)).toEqual(compressed);
		expect(await read(new File([packed], 'animelist.txt'))).toEqual(compressed);
		expect(await read(new Blob([listFile('myanimelist.xml')]))).toEqual(plain);
	});

	test('has flaws that are counted, not hidden', async () => {
		const { entries, titles, report } = await read(listFile('with-flaws.xml'));
		// 1 appears twice and keeps its place; 11 and "ten" are no scores.
		expect(entries).toEqual([
			{ malId: 1, score: 90, status: 'completed' },
			{ malId: 5, score: null, status: 'completed' },
			{ malId: 30, score: null, status: 'completed' },
		]);
		expect(titles[1]).toBe('Cowboy Bebop: Tengoku no Tobira');
		expect(report).toMatchObject({
			read: 3 + 1 + 3 + 2 + 2,
			accepted: 3,
			duplicates: 1,
			scored: 1,
			unreadableScores: 2,
			skipped: [
				{ reason: 'no-id', count: 3, examples: ['Negative', 'Zero', 'No number'] },
				{ reason: 'unreadable-id', count: 2, examples: ['Letters', 'Too high'] },
				{ reason: 'unknown-status', count: 2, examples: ['Naruto', 'One Piece'] },
			],
		});
	});
});

describe('dialects', () => {
	test('old exports write statuses as numbers', async () => {
		const { entries } = await read(listFile('myanimelist-numeric.xml'));
		expect(entries.map(({ status }) => status)).toEqual([
			'watching',
			'completed',
			'on-hold',
			'dropped',
			'plan-to-watch',
		]);
	});

	test('Kitsu writes "On Hold", decimals, and 0 for titles that MyAnimeList lacks', async () => {
		const { entries, titles, report } = await read(listFile('kitsu.xml'));
		expect(entries).toEqual([
			{ malId: 30, score: 75, status: 'on-hold' },
			{ malId: 2001, score: null, status: 'plan-to-watch' },
		]);
		expect(titles[1]).toBe('Tengen Toppa Gurren Lagann & more');
		expect(report.skipped).toEqual([
			{ reason: 'no-id', count: 1, examples: ['A short film that MyAnimeList does not list'] },
		]);
	});

	test('Shikimori’s own status counts more than the one it writes for MyAnimeList', async () => {
		const { entries } = await read(listFile('shikimori.xml'));
		expect(entries).toEqual([
			{ malId: 1, score: 100, status: 'completed' },
			{ malId: 11061, score: null, status: 'on-hold' },
		]);
	});

	test('a status of Shikimori’s that is not understood leaves the other one standing', async () => {
		const own = textOf('shikimori.xml').replace('>Rewatching<', '>смотрю<');
		const { entries } = await read(utf8(own));
		expect(entries[0]).toMatchObject({ malId: 1, status: 'watching' });
	});

	test('line ends, CDATA within comments and unknown elements make no difference', async () => {
		const expected = await read(listFile('myanimelist.xml'));
		const crlf = textOf('myanimelist.xml').replaceAll('\n', '\r\n');
		const extended = textOf('myanimelist.xml').replaceAll(
			'<anime>',
			'<anime><extra a="1"><series_title>not this</series_title></extra>',
		);
		expect(await read(utf8(crlf))).toEqual(expected);
		expect(await read(utf8(extended))).toEqual(expected);
	});
});

describe('encodings', () => {
	const title = '進撃の巨人 é';

	test.each([
		['UTF-8', utf8(listTitled(title))],
		['UTF-8 with a byte order mark', utf8(`\u{feff}${listTitled(title)}`)],
		[
			'UTF-8 that claims to be UTF-16',
			utf8(listTitled(title, '<?xml version="1.0" encoding="utf-16"?>')),
		],
		['UTF-16 little endian, marked', utf16(`\u{feff}${listTitled(title)}`, true)],
		['UTF-16 big endian, marked', utf16(`\u{feff}${listTitled(title)}`, false)],
		['UTF-16 little endian', utf16(listTitled(title), true)],
		['UTF-16 big endian', utf16(listTitled(title), false)],
		[
			'blank lines before the declaration',
			utf8(`\n \n${listTitled(title, '<?xml version="1.0"?>')}`),
		],
	])('%s', async (_name, bytes) => {
		expect((await read(bytes)).titles).toEqual([title]);
		expect((await read(gzip(bytes))).titles).toEqual([title]);
	});

	test('Latin-1 as declared', async () => {
		const text = listTitled('Pokémon', '<?xml version="1.0" encoding="ISO-8859-1"?>');
		const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
		expect((await read(bytes)).titles).toEqual(['Pokémon']);
	});

	test('a byte that is wrong in its encoding spoils a title, not the list', async () => {
		const bytes = Uint8Array.from(listTitled('Pok\u{e9}mon'), (c) => c.charCodeAt(0));
		expect((await read(bytes)).titles).toEqual(['Pok\u{fffd}mon']);
	});
});

test('titles are one line, without marks that turn the text around them, and bounded', async () => {
	const odd = listTitled(`<![CDATA[ Two\n lines\u{7} \u{202e}reversed ]]>${'x'.repeat(2000)}`);
	const [title = ''] = (await read(utf8(odd))).titles;
	expect(title).toMatch(/^Two lines reversed x+$/);
	expect(title.length).toBeLessThanOrEqual(500);
});

test('progress runs from the first bytes to the last', async () => {
	const steps: ReadProgress[] = [];
	const bytes = utf8(listTitled('x'.repeat(200_000)));
	await readListFile(bytes, undefined, (progress) => steps.push(progress));
	expect(steps.length).toBeGreaterThan(5);
	expect(steps.map(({ bytesRead }) => bytesRead)).toEqual(
		steps.map(({ bytesRead }) => bytesRead).toSorted((a, b) => a - b),
	);
	expect(steps.at(-1)).toMatchObject({ bytesRead: bytes.length, bytesTotal: bytes.length });
});
