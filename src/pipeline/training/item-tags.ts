import { join } from 'node:path';
import type { AnimeFacts } from '#core/catalogue/catalogue-parts.ts';
import { normaliseAnime } from '../catalogue/normalise-anime.ts';
import { readAnimeRows } from '../catalogue/read-anime.ts';
import type { CsvOptions } from '../csv.ts';

/** What a title is made of, for those who compare titles by it. */
export const CONTENT_KINDS = ['genres', 'themes', 'demographics', 'studios', 'source'] as const;
/** What makes a list varied to look at; where a story came from does not. */
export const VARIETY_KINDS = ['genres', 'themes', 'demographics', 'studios'] as const;

type TagKind = (typeof CONTENT_KINDS)[number];

/** Facts of every item of a model, by position; undefined where the catalogue lacks the title. */
export type ItemFacts = readonly (AnimeFacts | undefined)[];

/**
 * Reads the catalogue's facts of some titles.
 *
 * @param items MyAnimeList ids by position
 * @throws DataFileError when the catalogue is missing or damaged
 */
export async function readItemFacts(
	folder: string,
	items: Int32Array,
	options: CsvOptions = {},
): Promise<ItemFacts> {
	const rows = await readAnimeRows(join(folder, 'catalogue.jsonl.gz'), options);
	const byId = new Map(normaliseAnime(rows).map((facts) => [facts.malId, facts]));
	return Array.from(items, (malId) => byId.get(malId));
}

/** Numbers of the tags of every item, ascending, each once; the same number means the same tag. */
export function itemTags(facts: ItemFacts, kinds: readonly TagKind[]): Uint16Array[] {
	const numbers = new Map<string, number>();
	const numberOf = (tag: string) => {
		const number = numbers.get(tag) ?? numbers.size;
		numbers.set(tag, number);
		return number;
	};
	return facts.map((anime) => {
		const tags = kinds.flatMap((kind) =>
			[anime?.[kind] ?? []].flat().map((name) => numberOf(`${kind}:${name}`)),
		);
		return Uint16Array.from(new Set(tags)).sort();
	});
}
