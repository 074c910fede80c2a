import type { ListEntry, ListStatus } from '#core/profile/list-entry.ts';

const STATUS_WORDS: Readonly<Record<ListStatus, string>> = {
	watching: 'Watching',
	completed: 'Completed',
	'on-hold': 'On-Hold',
	dropped: 'Dropped',
	'plan-to-watch': 'Plan to Watch',
};

export interface TitledEntry extends ListEntry {
	readonly title: string;
}

/** Writes a list as MyAnimeList exports it, with every field that a real export has. */
export function writeMalXml(entries: readonly TitledEntry[]): string {
	const anime = entries.map((entry) => writeAnime(entry)).join('');
	return `<?xml version="1.0" encoding="UTF-8" ?>\n<myanimelist>\n${MY_INFO}${anime}</myanimelist>\n`;
}

/** A list of given length whose ids, scores and statuses differ from entry to entry. */
export function makeEntries(length: number): TitledEntry[] {
	const statuses = Object.keys(STATUS_WORDS) as ListStatus[];
	return Array.from({ length }, (_, i) => ({
		malId: i + 1,
		title: `Title number ${i} & friends`,
		score: i % 11 === 0 ? null : (i % 11) * 10,
		status: statuses[i % statuses.length] ?? 'completed',
	}));
}

const MY_INFO = `	<myinfo>
		<user_id>900001</user_id>
		<user_name>invented_reader</user_name>
		<user_export_type>1</user_export_type>
	</myinfo>
`;

function writeAnime({ malId, title, score, status }: TitledEntry): string {
	return `	<anime>
		<series_animedb_id>${malId}</series_animedb_id>
		<series_title>${writeCdata(title)}</series_title>
		<series_type>TV</series_type>
		<series_episodes>${(malId % 26) + 1}</series_episodes>
		<my_id>0</my_id>
		<my_watched_episodes>${malId % 26}</my_watched_episodes>
		<my_start_date>0000-00-00</my_start_date>
		<my_finish_date>0000-00-00</my_finish_date>
		<my_rated></my_rated>
		<my_score>${score === null ? 0 : score / 10}</my_score>
		<my_storage></my_storage>
		<my_storage_value>0.00</my_storage_value>
		<my_status>${STATUS_WORDS[status]}</my_status>
		<my_comments>${writeCdata('')}</my_comments>
		<my_times_watched>0</my_times_watched>
		<my_rewatch_value></my_rewatch_value>
		<my_priority>LOW</my_priority>
		<my_tags>${writeCdata('')}</my_tags>
		<my_rewatching>0</my_rewatching>
		<my_rewatching_ep>0</my_rewatching_ep>
		<my_discuss>1</my_discuss>
		<my_sns>default</my_sns>
		<update_on_import>0</update_on_import>
	</anime>
`;
}

/** The end mark of a CDATA section cannot stand within one, so it is parted over two. */
function writeCdata(text: string): string {
	return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
