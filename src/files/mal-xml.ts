import { readEntry, readStatus, type ReadEntry } from './file-entry.ts';
import type { FailureDetails } from './list-file-result.ts';
import { broken, stopped } from './reading-stopped.ts';
import type { XmlEvents } from './xml-reader.ts';

/** The fields of one `<anime>` that matter, as text; '' where the file has none. */
interface MalFields {
	readonly id: string;
	readonly title: string;
	readonly score: string;
	readonly status: string;
	/** Shikimori's own field, more exact than the status it writes for MyAnimeList. */
	readonly shikimoriStatus: string;
}

/** Element → field, for what is read of an `<anime>`. Everything else, comments and tags included, is not looked at. */
const ANIME_FIELDS: ReadonlyMap<string, keyof MalFields> = new Map([
	['series_animedb_id', 'id'],
	['series_title', 'title'],
	['my_score', 'score'],
	['my_status', 'status'],
	['shiki_status', 'shikimoriStatus'],
]);

const NO_FIELDS: MalFields = { id: '', title: '', score: '', status: '', shikimoriStatus: '' };
const MANGA_EXPORT = '2';

/**
 * Reads MyAnimeList's export format from XML events: `<myanimelist>` with `<myinfo>` and any number of `<anime>`,
 * whose fields are its children. Hands every anime to `onAnime`; of a field at most `textLength` characters.
 *
 * The events throw ReadingStopped `not-a-list` at another root, and `manga-list` at the first sign of manga.
 */
export function createMalXmlEvents(
	onAnime: (entry: ReadEntry, title: string) => void,
	textLength: number,
): XmlEvents {
	let section = '';
	let rootSeen = false;
	let fields: Record<keyof MalFields, string> = { ...NO_FIELDS };
	/** Text of the element at depth 3 that is being read; null where nobody asked for it. */
	let text: string | null = null;

	function openSection(name: string): void {
		if (name === 'manga') throw stopped('manga-list', {});
		section = name;
		fields = { ...NO_FIELDS };
	}

	function isWanted(name: string): boolean {
		if (section === 'anime') return ANIME_FIELDS.has(name);
		return section === 'myinfo' && name === 'user_export_type';
	}

	function closeField(name: string, content: string): void {
		const field = ANIME_FIELDS.get(name);
		if (field !== undefined) fields[field] = content;
		else if (content === MANGA_EXPORT) throw stopped('manga-list', {});
	}

	return {
		open(name, depth) {
			if (depth === 1) {
				checkRoot(name, rootSeen);
				rootSeen = true;
			} else if (depth === 2) openSection(name);
			else if (depth === 3) text = isWanted(name) ? '' : null;
		},
		text(piece, depth) {
			if (text === null || depth !== 3 || text.length >= textLength) return;
			text += piece.slice(0, textLength - text.length);
		},
		close(name, depth) {
			if (depth === 3 && text !== null) {
				closeField(name, text.trim());
				text = null;
			} else if (depth === 2 && section === 'anime') onAnime(readMalEntry(fields), fields.title);
		},
	};
}

function readMalEntry({ shikimoriStatus, ...fields }: MalFields): ReadEntry {
	const status = readStatus(shikimoriStatus) === undefined ? fields.status : shikimoriStatus;
	return readEntry({ ...fields, site: 'mal', status }, 10);
}

function checkRoot(name: string, rootSeen: boolean): void {
	if (rootSeen) throw broken('xml');
	if (name === 'myanimelist') return;
	const content: FailureDetails['not-a-list']['content'] =
		name.toLowerCase() === 'html' ? 'web-page' : 'other-xml';
	throw stopped('not-a-list', { content });
}
