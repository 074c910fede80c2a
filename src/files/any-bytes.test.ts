import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gzip, listFile, utf8 } from '#tests/support/list-files.ts';
import { writeMalXml } from '#tests/support/mal-xml.ts';
import { LIST_STATUSES } from '#core/profile/list-entry.ts';
import { describeFailure } from './failures.ts';
import type { ListFileResult } from './list-file-result.ts';
import { readListFile } from './read-list-file.ts';

const entry = fc.record({
	malId: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
	// Scores with one decimal, so that a tenth of them is written and read without rounding.
	score: fc.option(fc.integer({ min: 1, max: 100 })),
	status: fc.constantFrom(...LIST_STATUSES),
	title: fc.stringMatching(/^[!-~あ-ん]{1,40}$/u),
});
const entryWithFewIds = fc.record({
	malId: fc.integer({ min: 1, max: 5 }),
	score: fc.option(fc.integer({ min: 1, max: 100 })),
	status: fc.constantFrom(...LIST_STATUSES),
	title: fc.constant('A'),
});
const list = fc.uniqueArray(entry, { selector: ({ malId }) => malId, minLength: 1, maxLength: 40 });

/** Pieces that parsers stumble over. */
const MARKUP =
	'< > </ /> <! <? ?> <!-- --> <![CDATA[ ]]> <!DOCTYPE <!ENTITY [ ] & ; " = a html hasOwnProperty __proto__ ' +
	'<anime> </anime> <my_score> </my_score> <series_animedb_id>1 <manga>';

/** What is wrong with a result in itself, whatever was read; empty when nothing is. */
function contradictions(result: ListFileResult): string[] {
	if (!result.ok) return describeFailure(result).explanation === '' ? ['no words'] : [];
	const { entries, titles, anilist, report } = result;
	const skipped = report.skipped.reduce((sum, { count }) => sum + count, 0);
	const byStatus = Object.values(report.byStatus).reduce((sum, count) => sum + count);
	const accepted = entries.length + anilist.length;
	const claims = {
		'all are accounted for': report.read === accepted + report.duplicates + skipped,
		'one title each': titles.length === entries.length,
		'statuses add up': byStatus === accepted,
		'ids are unique': new Set(entries.map(({ malId }) => malId)).size === entries.length,
		'AniList’s too': new Set(anilist.map(({ anilistId }) => anilistId)).size === anilist.length,
	};
	return Object.entries(claims).flatMap(([claim, holds]) => (holds ? [] : [claim]));
}

test('a list that is written comes back as it was, packed or not', async () => {
	await fc.assert(
		fc.asyncProperty(list, fc.boolean(), async (entries, compressed) => {
			const xml = writeMalXml(entries);
			const result = await readListFile(compressed ? gzip(xml) : utf8(xml));
			if (!result.ok) throw new Error(result.reason);
			const read = result.entries.map((each, i) => ({ ...each, title: result.titles[i] }));
			expect(read).toEqual(entries);
			expect(contradictions(result)).toEqual([]);
		}),
	);
});

test('the last of several entries with one id wins', async () => {
	const repeats = fc.array(entryWithFewIds, { minLength: 1, maxLength: 30 });
	await fc.assert(
		fc.asyncProperty(repeats, async (entries) => {
			const result = await readListFile(utf8(writeMalXml(entries)));
			if (!result.ok) throw new Error(result.reason);
			const expected = new Map(entries.map(({ malId, score }) => [malId, score]));
			expect(new Map(result.entries.map(({ malId, score }) => [malId, score]))).toEqual(expected);
			expect(result.report.duplicates).toBe(entries.length - expected.size);
		}),
	);
});

test('any bytes end in a result, packed or not', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
			expect(contradictions(await readListFile(Uint8Array.from(bytes)))).toEqual([]);
			expect(contradictions(await readListFile(gzip(bytes)))).toEqual([]);
		}),
	);
});

test('any markup ends in a result', async () => {
	const pieces = fc.constantFrom(...MARKUP.split(' '), ' ', '\n', '\u{0}');
	const markup = fc
		.array(pieces, { maxLength: 60 })
		.map((parts) => `<myanimelist>${parts.join('')}`);
	await fc.assert(
		fc.asyncProperty(markup, async (text) => {
			expect(contradictions(await readListFile(utf8(text)))).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

test('any values where a list of JSON has its own end in a result', async () => {
	const value = fc.jsonValue({ maxDepth: 3 });
	const row = fc.dictionary(
		fc.constantFrom('series_id', 'series_type', 'target_id', 'malId', 'status', 'score', 'title'),
		value,
	);
	const rows = fc.array(fc.oneof(row, value), { maxLength: 10 });
	const list = fc.oneof(
		rows,
		fc.record({ user: value, lists: rows }),
		fc.record({ format: fc.constant('sprout-list'), version: value, entries: rows }),
	);
	await fc.assert(
		fc.asyncProperty(list, async (json) => {
			expect(contradictions(await readListFile(utf8(JSON.stringify(json))))).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

test('any table ends in a result', async () => {
	const cells = fc.constantFrom(
		...'mal_id , ; "" " 1 7 101 a completed'.split(' '),
		'\n',
		'\r',
		'\t',
		' ',
	);
	const table = fc.array(cells, { maxLength: 60 }).map((parts) => `mal_id,${parts.join('')}`);
	await fc.assert(
		fc.asyncProperty(table, async (text) => {
			expect(contradictions(await readListFile(utf8(text)))).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

test('a list with flipped or missing bytes ends in a result, packed or not', async () => {
	const lists = ['myanimelist.xml', 'gdpr-data.json', 'shikimori.json', 'sprout-list.csv'].map(
		(name) => listFile(name),
	);
	const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 });
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...lists),
			fc.boolean(),
			damage,
			fc.nat(),
			async (list, compressed, flips, end) => {
				const bytes = (compressed ? gzip(list) : list.slice()).slice(0, end % 2 ? undefined : end);
				for (const [at, value] of flips) bytes[at % Math.max(1, bytes.length)] = value;
				expect(contradictions(await readListFile(bytes))).toEqual([]);
			},
		),
		{ numRuns: 300 },
	);
});
