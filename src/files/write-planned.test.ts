import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MATCH_STRENGTHS } from '#core/rank/recommendation.ts';
import { utf8 } from '#tests/support/list-files.ts';
import type { PlannedTitle } from './planned-title.ts';
import { readListFile } from './read-list-file.ts';
import { plannedAsJson, plannedAsMalXml, plannedAsTable } from './write-planned.ts';

const anyText = fc.oneof(
	// Titles are one line of visible characters once they were read.
	fc.stringMatching(/^[!-~あ-ん]{0,40}$/u),
	fc.constantFrom('=1+1', '+A1', '-A1', '@SUM(A1)', 'a,b;c"d', ']]>', '<&>', '', '＝1'),
);

const anyTitle: fc.Arbitrary<PlannedTitle> = fc.record({
	malId: fc.integer({ min: 1, max: 10_000_000 }),
	anilistId: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
	title: anyText,
	english: fc.option(anyText),
	type: fc.constantFrom('TV', 'Movie', null),
	episodes: fc.option(fc.integer({ min: 1, max: 2000 })),
	year: fc.option(fc.integer({ min: 1917, max: 2030 })),
	place: fc.option(fc.integer({ min: 1, max: 12_000 })),
	predictedScore: fc.option(fc.integer({ min: 1, max: 100 })),
	match: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
	strength: fc.option(fc.constantFrom(...MATCH_STRENGTHS)),
	because: fc.array(anyText, { maxLength: 5 }),
});

const anyTitles = fc.uniqueArray(anyTitle, {
	selector: ({ malId }) => malId,
	minLength: 1,
	maxLength: 30,
});

test.each([
	['JSON', plannedAsJson, 'sprout-json'],
	['a table', plannedAsTable, 'table'],
	['MyAnimeList’s XML', plannedAsMalXml, 'mal-xml'],
] as const)('what is saved as %s is read as plans, in order', async (_name, write, format) => {
	await fc.assert(
		fc.asyncProperty(anyTitles, async (titles) => {
			const result = await readListFile(utf8(write(titles)));
			if (!result.ok) throw new Error(result.reason);
			expect(result.report.format).toBe(format);
			expect(result.report.skipped).toEqual([]);
			expect(result.entries).toEqual(
				titles.map(({ malId }) => ({ malId, score: null, status: 'plan-to-watch' })),
			);
			expect(result.titles).toEqual(titles.map(({ title }) => title));
		}),
		{ numRuns: 60 },
	);
});

const bebop: PlannedTitle = {
	malId: 1,
	anilistId: 1,
	title: 'Cowboy Bebop',
	english: null,
	type: 'TV',
	episodes: 26,
	year: 1998,
	place: 1,
	predictedScore: 87.5,
	match: 0.93,
	strength: 'strong',
	because: ['Trigun', '=Samurai, Champloo'],
};

describe('saved recommendations', () => {
	it('are a table whose cells no spreadsheet runs', () => {
		expect(plannedAsTable([bebop, { ...bebop, malId: 5, place: 2, because: ['=1+1'] }])).toBe(
			'\u{feff}place,mal_id,anilist_id,title,english,type,episodes,year,predicted_score,match,because,status\r\n' +
				'1,1,1,Cowboy Bebop,,TV,26,1998,87.5,0.93,"Trigun; =Samurai, Champloo",plan-to-watch\r\n' +
				"2,5,1,Cowboy Bebop,,TV,26,1998,87.5,0.93,'=1+1,plan-to-watch\r\n",
		);
	});

	it('are a list of plans that says why', () => {
		const { format, version, entries } = JSON.parse(plannedAsJson([bebop]));
		expect([format, version]).toEqual(['sprout-list', 1]);
		expect(entries).toEqual([{ ...bebop, score: null, status: 'plan-to-watch' }]);
	});

	it('are what MyAnimeList imports, as titles to watch', () => {
		expect(plannedAsMalXml([{ ...bebop, title: 'A ]]> <B>\u{1}' }]))
			.toBe(`<?xml version="1.0" encoding="UTF-8" ?>
<myanimelist>
	<myinfo>
		<user_export_type>1</user_export_type>
	</myinfo>
	<anime>
		<series_animedb_id>1</series_animedb_id>
		<series_title><![CDATA[A ]]]]><![CDATA[> <B>]]></series_title>
		<series_type><![CDATA[TV]]></series_type>
		<series_episodes>26</series_episodes>
		<my_watched_episodes>0</my_watched_episodes>
		<my_start_date>0000-00-00</my_start_date>
		<my_finish_date>0000-00-00</my_finish_date>
		<my_score>0</my_score>
		<my_status>Plan to Watch</my_status>
		<my_times_watched>0</my_times_watched>
		<my_rewatching>0</my_rewatching>
		<update_on_import>1</update_on_import>
	</anime>
</myanimelist>
`);
	});
});
