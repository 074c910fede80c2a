import type { CatalogueTitle } from '#core/catalogue/catalogue-parts.ts';
import { decodeTitles } from '#core/catalogue/decode.ts';
import { searchableTitles } from '#core/catalogue/search/searchable-title.ts';
import { createTitleSearch, type TitleSearch } from '#core/catalogue/search/title-search.ts';
import { failureOf, fetchFile } from '../engine/bundle-files.ts';
import { MAX_HITS, type FindAnswer, type FindQuestion, type FindResult } from './title-finder.ts';

interface Index {
	readonly titles: readonly CatalogueTitle[];
	readonly search: TitleSearch;
}

/**
 * The search worker's side: fetches the names once, then answers every keystroke from memory. It has a
 * worker of its own because building the index takes a fifth of a second, in which a page would stand still.
 */
export function createSearchHost(options: {
	readonly fetch: typeof fetch;
	readonly post: (answer: FindAnswer) => void;
}) {
	let index: Promise<Index> | null = null;

	const open = async (url: string): Promise<Index> => {
		const response = await fetchFile(options.fetch, url);
		const titles = decodeTitles(await response.json());
		return { titles, search: createTitleSearch(searchableTitles(titles)) };
	};

	const find = async ({ titles: url, query }: FindQuestion): Promise<FindResult> => {
		try {
			const { titles, search } = await (index ??= open(url));
			return { ok: true, hits: hitsOf(titles, search, query) };
		} catch (error) {
			// Forgotten, so that the next keystroke tries again.
			index = null;
			return { ok: false, reason: failureOf(error) };
		}
	};

	return async (question: FindQuestion): Promise<void> => {
		options.post({ id: question.id, result: await find(question) });
	};
}

function hitsOf(titles: readonly CatalogueTitle[], search: TitleSearch, query: string) {
	return search.search(query, MAX_HITS).flatMap(({ index, name, ranges }) => {
		const found = titles[index];
		if (!found) return [];
		const { malId, title, english, native, type, year } = found;
		return [{ malId, title, english, native, type, year, name, marks: ranges }];
	});
}
