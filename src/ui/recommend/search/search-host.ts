import { decodeAnilistIds, type AnilistIds } from '#core/catalogue/anilist-ids.ts';
import type { CatalogueTitle } from '#core/catalogue/catalogue-parts.ts';
import { decodeTitles } from '#core/catalogue/decode.ts';
import { searchableTitles } from '#core/catalogue/search/searchable-title.ts';
import { createTitleSearch, type TitleSearch } from '#core/catalogue/search/title-search.ts';
import { failureOf, fetchFile } from '../engine/bundle-files.ts';
import {
	MAX_HITS,
	type FinderAnswer,
	type FinderQuestion,
	type NamedAnime,
	type TitleHit,
} from './title-finder.ts';

/**
 * The search worker's side: fetches the names once, then answers every keystroke from memory. It has a
 * worker of its own because building the index takes a fifth of a second, in which a page would stand still.
 */
export function createSearchHost(options: {
	readonly fetch: typeof fetch;
	readonly post: (answer: FinderAnswer) => void;
}) {
	let opening: Promise<readonly CatalogueTitle[]> | null = null;
	let search: TitleSearch | null = null;
	let byId: ReadonlyMap<number, CatalogueTitle> | null = null;
	let anilistIds: AnilistIds | null = null;
	let damaged = false;

	const open = async (url: string): Promise<readonly CatalogueTitle[]> => {
		const response = await fetchFile(options.fetch, url, damaged);
		return decodeTitles(await response.json());
	};

	const openIds = async (url: string, titles: readonly CatalogueTitle[]): Promise<AnilistIds> => {
		const response = await fetchFile(options.fetch, url, damaged);
		return decodeAnilistIds(await response.json(), titles);
	};

	const answer = async (question: FinderQuestion): Promise<FinderAnswer['result']> => {
		try {
			const titles = await (opening ??= open(question.titles));
			if (question.kind === 'name') {
				byId ??= new Map(titles.map((title) => [title.malId, title]));
				const names = byId;
				return { ok: true, titles: question.malIds.flatMap((malId) => named(names.get(malId))) };
			}
			if (question.kind === 'mal-ids') {
				anilistIds ??= await openIds(question.facts, titles);
				return { ok: true, malIds: pick(anilistIds, question.anilistIds) };
			}
			search ??= createTitleSearch(searchableTitles(titles));
			return { ok: true, hits: hitsOf(titles, search, question.query) };
		} catch (error) {
			// Forgotten, so that the next question tries again.
			opening = null;
			const reason = failureOf(error);
			damaged = reason === 'damaged-model';
			return { ok: false, reason };
		}
	};

	return async (question: FinderQuestion): Promise<void> => {
		options.post({ id: question.id, result: await answer(question) });
	};
}

/** Only what was asked for travels to the page. */
function pick(ids: AnilistIds, asked: readonly number[]): AnilistIds {
	return new Map(
		asked.flatMap((id) => {
			const malIds = ids.get(id);
			return malIds ? [[id, malIds] as const] : [];
		}),
	);
}

function hitsOf(titles: readonly CatalogueTitle[], search: TitleSearch, query: string): TitleHit[] {
	return search
		.search(query, MAX_HITS)
		.flatMap(({ index, name, ranges }) =>
			named(titles[index]).map((title) => ({ ...title, name, marks: ranges })),
		);
}

/** The facts that travel to the page; none where there is no such title. */
function named(found: CatalogueTitle | undefined): NamedAnime[] {
	if (!found) return [];
	const { malId, title, english, native, type, year } = found;
	return [{ malId, title, english, native, type, year }];
}
