import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LIST_STATUSES } from '#core/profile/list-entry.ts';
import { utf8 } from '#tests/support/list-files.ts';
import { readListFile } from './read-list-file.ts';
import { listAsJson, listAsTable, type NamedEntry } from './write-list.ts';

const FORMULAS = ['=1+1', '+A1', '-A1', '@SUM(A1)', "'=1+1", "'plain", '＝1', '', 'a,b;c"d'];

const anyList = fc.uniqueArray(
	fc.record({
		malId: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
		score: fc.option(fc.integer({ min: 1, max: 100 })),
		status: fc.constantFrom(...LIST_STATUSES),
		// Titles are one line of visible characters once they were read.
		title: fc.oneof(fc.stringMatching(/^[!-~あ-ん]{0,40}$/u), fc.constantFrom(...FORMULAS)),
	}),
	{ selector: ({ malId }) => malId, minLength: 1, maxLength: 40 },
);

async function readBack(text: string): Promise<NamedEntry[]> {
	const result = await readListFile(utf8(text));
	if (!result.ok) throw new Error(result.reason);
	expect(result.report.scale).toEqual({ outOf: 100, basis: 'format' });
	return result.entries.map((entry, i) => ({ ...entry, title: result.titles[i] ?? '' }));
}

test('a list that is saved comes back as it was, as JSON and as a table', async () => {
	await fc.assert(
		fc.asyncProperty(anyList, async (entries) => {
			expect(await readBack(listAsJson(entries))).toEqual(entries);
			expect(await readBack(listAsTable(entries))).toEqual(entries);
		}),
	);
});

const bebop: NamedEntry = { malId: 1, title: 'Cowboy Bebop', score: 90, status: 'completed' };

describe('Sprout’s own format', () => {
	it('is JSON, one entry a line', () => {
		expect(listAsJson([bebop, { ...bebop, malId: 5, score: null }])).toBe(
			`{"format":"sprout-list","version":1,"entries":[
{"malId":1,"title":"Cowboy Bebop","score":90,"status":"completed"},
{"malId":5,"title":"Cowboy Bebop","score":null,"status":"completed"}
]}
`,
		);
		expect(JSON.parse(listAsJson([]))).toEqual({
			format: 'sprout-list',
			version: 1,
			entries: [],
		});
	});

	it('is a table that spreadsheets open', () => {
		expect(listAsTable([{ ...bebop, title: 'Bebop, "the" cowboy' }])).toBe(
			'\u{feff}mal_id,title,score,status\r\n1,"Bebop, ""the"" cowboy",90,completed\r\n',
		);
	});

	it.each(['=HYPERLINK("http://example.org")', '+1', '-1', '@A1', '\t=1', '＝1'])(
		'has no cell that is run as a formula: %j',
		(title) => {
			const [, row = ''] = listAsTable([{ ...bebop, title }]).split('\r\n');
			expect(row).toMatch(/^1,"?'/);
		},
	);
});
