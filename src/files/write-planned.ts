import { SPROUT_FORMAT, SPROUT_VERSION } from './sprout-format.ts';
import type { PlannedTitle } from './planned-title.ts';
import { BYTE_ORDER_MARK, textCell } from './table-text.ts';

const STATUS = 'plan-to-watch';

const COLUMNS = [
	'place',
	'mal_id',
	'anilist_id',
	'title',
	'english',
	'type',
	'episodes',
	'year',
	'predicted_score',
	'match',
	'because',
	'status',
] as const;

/** Recommendations as a Sprout list of plans (docs/list-format.md) that tells of each what stood in its row. */
export function plannedAsJson(titles: readonly PlannedTitle[]): string {
	const rows = titles.map(({ malId, title, ...rest }) =>
		JSON.stringify({ malId, title, score: null, status: STATUS, ...rest }),
	);
	const head = `"format":"${SPROUT_FORMAT}","version":${SPROUT_VERSION}`;
	return `{${head},"entries":[\n${rows.join(',\n')}\n]}\n`;
}

/** Recommendations as a table for spreadsheets, which Sprout reads as plans. No text in it can act as a formula. */
export function plannedAsTable(titles: readonly PlannedTitle[]): string {
	const rows = titles.map((one) =>
		[
			one.place ?? '',
			one.malId,
			one.anilistId ?? '',
			textCell(one.title),
			textCell(one.english ?? ''),
			textCell(one.type ?? ''),
			one.episodes ?? '',
			one.year ?? '',
			one.predictedScore ?? '',
			one.match ?? '',
			textCell(one.because.join('; ')),
			STATUS,
		].join(','),
	);
	return `${BYTE_ORDER_MARK}${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

/**
 * Recommendations as MyAnimeList's import reads them (myanimelist.net/import.php): new titles go on the list as
 * planned. It asks for `update_on_import`, or titles that are on the list already would be passed over.
 */
export function plannedAsMalXml(titles: readonly PlannedTitle[]): string {
	const anime = titles.map((one) => malAnime(one)).join('');
	return `<?xml version="1.0" encoding="UTF-8" ?>\n<myanimelist>\n\t<myinfo>\n\t\t<user_export_type>1</user_export_type>\n\t</myinfo>\n${anime}</myanimelist>\n`;
}

function malAnime({ malId, title, type, episodes }: PlannedTitle): string {
	return `	<anime>
		<series_animedb_id>${malId}</series_animedb_id>
		<series_title>${characterData(title)}</series_title>
		<series_type>${characterData(type ?? '')}</series_type>
		<series_episodes>${episodes ?? 0}</series_episodes>
		<my_watched_episodes>0</my_watched_episodes>
		<my_start_date>0000-00-00</my_start_date>
		<my_finish_date>0000-00-00</my_finish_date>
		<my_score>0</my_score>
		<my_status>Plan to Watch</my_status>
		<my_times_watched>0</my_times_watched>
		<my_rewatching>0</my_rewatching>
		<update_on_import>1</update_on_import>
	</anime>
`;
}

/** Characters that no XML 1.0 document may hold, however they are written. */
// oxlint-disable-next-line no-control-regex
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** The end mark of a CDATA section cannot stand within one, so it is parted over two. */
function characterData(text: string): string {
	return `<![CDATA[${text.replaceAll(NO_XML, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
