import { describe, expect, test } from 'vitest';
import { gzip, listFile, utf8 } from '#tests/support/list-files.ts';
import { makeEntries, writeMalXml } from '#tests/support/mal-xml.ts';
import type { Bytes } from './byte-chunks.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { Failure, FailureDetails, FailureReason, ListFileResult } from './list-file-result.ts';
import { readListFile } from './read-list-file.ts';

function read(source: Bytes | Blob | string, limits = DEFAULT_LIMITS): Promise<ListFileResult> {
	return readListFile(typeof source === 'string' ? utf8(source) : source, limits);
}

function refusal<R extends FailureReason>(reason: R, detail: FailureDetails[R]): Failure<R> {
	return { ok: false, reason, detail };
}

/** Wraps content so that it is the title of the only entry of a list, after a document type. */
function listWith(doctype: string, title: string): string {
	return `<?xml version="1.0"?>\n${doctype}\n<myanimelist><anime><series_animedb_id>1</series_animedb_id><series_title>${title}</series_title><my_status>2</my_status></anime></myanimelist>`;
}

describe('files without a list in them', () => {
	test.each([
		['no bytes', ''],
		['a byte order mark', '\u{feff}'],
		['blank lines', ' \r\n\t\n'.repeat(1000)],
		['nothing, packed', gzip('')],
	])('%s', async (_name, content) => {
		expect(await read(content)).toEqual(refusal('empty', {}));
	});

	test.each([
		['a web page', listFile('web-page.html'), 'web-page'],
		[
			'a web page after a comment',
			'<!-- saved --><!DOCTYPE html PUBLIC "a" "b"><html></html>',
			'web-page',
		],
		['a web page without a document type', '<!-- saved --><HTML></HTML>', 'web-page'],
		['a packed web page', gzip(listFile('web-page.html')), 'web-page'],
		['JSON of another kind', '{"lists": [{"name": "groceries"}]}', 'json'],
		['a word in JSON', '["list"]', 'json'],
		['a feed', listFile('feed.xml'), 'other-xml'],
		['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image'],
		['a zip', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0]), 'archive'],
		['a list that is packed twice', gzip(gzip(listFile('myanimelist.xml'))), 'archive'],
		['a table', 'title,score\nNaruto,7\n', 'text'],
		['noise', Uint8Array.from({ length: 600 }, (_, i) => (i * 7919) % 251), 'binary'],
	])('%s', async (_name, content, kind) => {
		expect(await read(content)).toEqual({
			ok: false,
			reason: 'not-a-list',
			detail: { content: kind },
		});
	});

	test('manga, by its export type or by its elements', async () => {
		expect(await read(listFile('manga.xml'))).toEqual(refusal('manga-list', {}));
		expect(await read('<myanimelist><manga></manga></myanimelist>')).toEqual(
			refusal('manga-list', {}),
		);
	});

	test('a list without anime', async () => {
		expect(await read(listFile('no-entries.xml'))).toEqual(refusal('no-entries', { skipped: [] }));
	});

	test('a list of which nothing can be used says why', async () => {
		const xml =
			'<myanimelist><anime><series_animedb_id>0</series_animedb_id><series_title>A</series_title></anime></myanimelist>';
		const skipped = [{ reason: 'no-id' as const, count: 1, examples: ['A'] }];
		expect(await read(xml)).toEqual(refusal('no-entries', { skipped }));
	});

	test('an encoding that nobody knows', async () => {
		const xml = '<?xml version="1.0" encoding="x-klingon"?><myanimelist></myanimelist>';
		expect(await read(xml)).toEqual(refusal('unknown-encoding', { encoding: 'x-klingon' }));
	});

	test('a file that the device does not deliver', async () => {
		class LockedFile extends Blob {
			override stream(): ReturnType<Blob['stream']> {
				return new ReadableStream({ pull: () => Promise.reject(new Error('locked')) });
			}
		}
		expect(await read(new LockedFile(['<myanimelist/>']))).toEqual(refusal('unreadable', {}));
		expect(await read(new LockedFile([gzip('<myanimelist/>')]))).toEqual(refusal('unreadable', {}));
	});
});

describe('damaged files are not taken in part', () => {
	const xml = writeMalXml(makeEntries(500));
	const linesPerEntry = 25;
	const linesBefore = 7;

	test('XML that is cut off names the line and the titles before it', async () => {
		const lines = xml.split('\n').slice(0, linesBefore + 3 * linesPerEntry + 5);
		expect(await read(lines.join('\n'))).toEqual(
			refusal('broken', {
				part: 'xml',
				entriesRead: 3,
				line: linesBefore + 3 * linesPerEntry + 5,
			}),
		);
	});

	test.each([
		['two roots', '<myanimelist></myanimelist><myanimelist></myanimelist>'],
		['text after the root', '<myanimelist></myanimelist>more'],
		['crossed elements', '<myanimelist><anime></myanimelist></anime>'],
		['a bare ampersand', '<myanimelist><anime>Tom & Jerry</anime></myanimelist>'],
		['a prolog and no more', '<?xml version="1.0"?>'],
		['an attribute that trips parsers', '<myanimelist hasOwnProperty="1" b="2"></myanimelist>'],
		['an undeclared entity', '<myanimelist>&constructor;</myanimelist>'],
	])('%s', async (_name, content) => {
		const detail = { part: 'xml', entriesRead: 0, line: 1 } as const;
		expect(await read(content)).toEqual(refusal('broken', detail));
	});

	test('an archive that is cut off, anywhere', async () => {
		const packed = gzip(xml);
		for (const length of [2, 10, 11, packed.length >> 1, packed.length - 8, packed.length - 1]) {
			const result = await readListFile(packed.slice(0, length));
			expect(result).toMatchObject({ reason: 'broken', detail: { part: 'archive' } });
		}
	});

	test('an archive whose checksum is wrong, though all of it could be read', async () => {
		const packed = gzip(xml);
		const checksum = packed.length - 8;
		packed[checksum] = (packed[checksum] ?? 0) ^ 1;
		const result = await readListFile(packed);
		expect(result).toMatchObject({ reason: 'broken', detail: { part: 'archive' } });
	});
});

describe('files that want to cost too much', () => {
	const xml = writeMalXml(makeEntries(20));

	test('too many bytes are refused before they are read', async () => {
		const limits = { ...DEFAULT_LIMITS, fileBytes: 1000 };
		class Unread extends Blob {
			override stream(): ReturnType<Blob['stream']> {
				throw new Error('must not be read');
			}
		}
		expect(await read(new Unread(['x'.repeat(1001)]), limits)).toEqual(
			refusal('too-large', { limitBytes: 1000, unpacked: false }),
		);
	});

	test('too many bytes after unpacking', async () => {
		const limits = { ...DEFAULT_LIMITS, unpackedBytes: 10_000 };
		expect(await read(gzip(xml), limits)).toEqual(
			refusal('too-large', { limitBytes: 10_000, unpacked: true }),
		);
	});

	test('a bomb is recognised by how it grows, long before the limit on bytes', async () => {
		const bomb = gzip(`<myanimelist>${' '.repeat(8_000_000)}</myanimelist>`);
		expect(await read(bomb)).toEqual(refusal('hostile', { trick: 'archive-bomb' }));
	});

	test('one title too many', async () => {
		const limits = { ...DEFAULT_LIMITS, entries: 20 };
		expect(await readListFile(utf8(xml), limits)).toMatchObject({ ok: true });
		const more = utf8(writeMalXml(makeEntries(21)));
		expect(await read(more, limits)).toEqual(refusal('too-many-entries', { limit: 20 }));
	});

	test('elements within elements', async () => {
		expect(await read(`<myanimelist>${'<a>'.repeat(1_000_000)}`)).toEqual(
			refusal('too-deep', { limit: 20 }),
		);
		const deepest = `<myanimelist>${'<a>'.repeat(19)}${'</a>'.repeat(19)}</myanimelist>`;
		expect(await read(deepest)).toEqual(refusal('no-entries', { skipped: [] }));
	});

	test.each([
		['an endless name', `<myanimelist><${'a'.repeat(300_000)}/></myanimelist>`],
		['an endless comment', `<myanimelist><!--${'a'.repeat(300_000)}--></myanimelist>`],
		['an endless attribute', `<myanimelist a="${'a'.repeat(300_000)}"></myanimelist>`],
		[
			'endless attributes',
			`<myanimelist ${Array.from({ length: 100 }, (_, i) => `a${i}=""`).join(' ')}/>`,
		],
	])('%s', async (_name, content) => {
		expect(await read(content)).toEqual(refusal('hostile', { trick: 'oversized-markup' }));
	});

	test('long comments of a visitor are no attack', async () => {
		const chatty = xml.replace('<my_comments><![CDATA[', `$&${'word '.repeat(60_000)}`);
		expect(await readListFile(utf8(chatty))).toMatchObject({ ok: true, report: { accepted: 20 } });
	});
});

describe('entities', () => {
	test('a bomb of entities is refused before it is used', async () => {
		const levels = Array.from(
			{ length: 9 },
			(_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
		);
		const doctype = `<!DOCTYPE myanimelist [<!ENTITY l0 "lol">${levels.join('\n')}]>`;
		expect(await read(listWith(doctype, '&l9;'))).toEqual(
			refusal('hostile', { trick: 'entities' }),
		);
	});

	test('so is a document type that never ends', async () => {
		const doctype = `<!DOCTYPE myanimelist [${'<!ENTITY a "aaaaaaaaaa">\n'.repeat(20_000)}`;
		expect(await read(doctype)).toEqual(refusal('hostile', { trick: 'entities' }));
	});

	test('external entities and external document types are refused, used or not', async () => {
		const trick = { trick: 'external-file' } as const;
		expect(await read(listFile('external-entity.xml'))).toEqual(refusal('hostile', trick));
		const external = '<!DOCTYPE myanimelist SYSTEM "https://example.org/list.dtd">';
		expect(await read(listWith(external, 'A'))).toEqual(refusal('hostile', trick));
	});

	test('a document type without tricks is read past', async () => {
		const result = await readListFile(
			utf8(listWith('<!DOCTYPE myanimelist>', 'A &amp; B &#38; C')),
		);
		expect(result).toMatchObject({ ok: true, titles: ['A & B & C'] });
	});
});
