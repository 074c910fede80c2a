import type { TitleIds } from '#core/catalogue/title-ids.ts';
import type { LibraryPage } from './library-page.ts';

const MAL_SITE = 'myanimelist/anime';

type Entry = LibraryPage['data'][number];

/** Tells which MyAnimeList titles the entries of a page are about: by Kitsu's mappings, else by the catalogue. */
export function pageTitles(
	{ included }: LibraryPage,
	titleIds: Pick<TitleIds, 'byKitsuId'>,
): (entry: Entry) => readonly number[] {
	const malIds = new Map<string, number>();
	for (const { type, id, attributes } of included) {
		if (type !== 'mappings' || attributes.externalSite !== MAL_SITE) continue;
		const malId = readId(attributes.externalId ?? '');
		if (malId !== null) malIds.set(id, malId);
	}
	const mapped = new Map<string, readonly number[]>();
	for (const { type, id, relationships } of included) {
		if (type !== 'anime') continue;
		const mappings = relationships.mappings?.data ?? [];
		mapped.set(
			id,
			mappings.flatMap((mapping) => malIds.get(mapping.id) ?? []),
		);
	}
	return ({ relationships }) => {
		const anime = relationships.anime?.data ?? relationships.media?.data;
		if (!anime) return [];
		const known = mapped.get(anime.id) ?? [];
		return known.length > 0 ? known : titleIds.byKitsuId(readId(anime.id) ?? 0);
	};
}

function readId(text: string): number | null {
	return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
