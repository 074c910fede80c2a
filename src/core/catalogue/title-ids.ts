import type { Catalogue } from './catalogue.ts';

/**
 * MyAnimeList ids of titles that other sites number otherwise. Sites cut series into titles differently, so an id
 * can stand for several, or for none.
 */
export interface TitleIds {
	byAnilistId(id: number): readonly number[];
	byKitsuId(id: number): readonly number[];
}

/** The ids of all titles of a catalogue; reads the whole of it once. */
export function titleIds(catalogue: Catalogue): TitleIds {
	const anilist = new Map<number, number[]>();
	const kitsu = new Map<number, number[]>();
	for (let index = 0; index < catalogue.size; index++) {
		const { malId, anilistId, kitsuId } = catalogue.anime(index);
		if (anilistId !== null) add(anilist, anilistId, malId);
		if (kitsuId !== null) add(kitsu, kitsuId, malId);
	}
	return {
		byAnilistId: (id) => anilist.get(id) ?? [],
		byKitsuId: (id) => kitsu.get(id) ?? [],
	};
}

function add(ids: Map<number, number[]>, id: number, malId: number): void {
	const known = ids.get(id);
	if (known) known.push(malId);
	else ids.set(id, [malId]);
}
