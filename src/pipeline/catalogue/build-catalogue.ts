import { join } from 'node:path';
import type { AnimeFacts, CatalogueParts, RelatedPair } from '#core/catalogue/catalogue-parts.ts';
import { groupFranchises } from '#core/catalogue/franchises.ts';
import { mirrorKind } from '#core/catalogue/relation-kinds.ts';
import { resolvePairs, type ResolvedPair } from '#core/catalogue/related-pairs.ts';
import type { CsvOptions } from '#pipeline/csv.ts';
import type { BrokenRowLog } from '#pipeline/dataset/broken-rows.ts';
import { readCorpus } from '#pipeline/dataset/corpus.ts';
import { collectionDay, normaliseAnime } from './normalise-anime.ts';
import { readAnimeRows } from './read-anime.ts';
import { readFranchises } from './read-franchises.ts';
import { readRelations } from './read-relations.ts';

/** Titles outside the evaluation corpus need this many members to be in the catalogue. */
export const LEAST_MEMBERS = 2000;

/** The files of a data folder that the catalogue is made from. */
export const CATALOGUE_SOURCES = [
	'catalogue.jsonl.gz',
	'relations.csv',
	'franchises.csv',
	'evaluation/corpus.csv',
] as const;
export type CatalogueSource = (typeof CATALOGUE_SOURCES)[number];

export interface BuiltCatalogue {
	readonly parts: CatalogueParts;
	/** The day that the data shows, ISO. */
	readonly date: string;
	/** Rows that were used of each source. */
	readonly rows: Readonly<Record<CatalogueSource, number>>;
}

export interface BuildOptions {
	/** Collects the rows that can't be used. */
	readonly broken: BrokenRowLog;
	/** Told when a source has been read. */
	readonly onRead?: (source: CatalogueSource) => void;
	readonly signal?: AbortSignal;
}

/**
 * Reads the catalogue's sources and makes the catalogue of them: one spelling, one order, franchises
 * computed over every title and then cut down to those that are in.
 *
 * @throws DataFileError when a file is missing or damaged
 */
export async function buildCatalogue(
	folder: string,
	options: BuildOptions,
): Promise<BuiltCatalogue> {
	const read = async <T>(
		source: CatalogueSource,
		reader: (path: string, options: CsvOptions) => Promise<T>,
	): Promise<T> => {
		const { broken, signal } = options;
		const result = await reader(join(folder, source), {
			onBroken: broken.of(source),
			...(signal && { signal }),
		});
		options.onRead?.(source);
		return result;
	};
	const rows = await read('catalogue.jsonl.gz', readAnimeRows);
	const relations = await read('relations.csv', readRelations);
	const franchises = await read('franchises.csv', readFranchises);
	const corpus = await read('evaluation/corpus.csv', readCorpus);

	const all = normaliseAnime(rows);
	const anime = selectAnime(all, corpus.position);
	const starts = new Map(all.map(({ malId, startDate }) => [malId, startDate]));
	const pairs = resolvePairs(relations, (malId) => starts.get(malId) ?? null);
	const groups = groupFranchises(
		all.map(({ malId }) => malId),
		pairs,
	);
	const place = new Map(anime.map(({ malId }, index) => [malId, index]));
	return {
		parts: {
			anime,
			pairs: pairsWithin(pairs, place),
			franchises: groups
				.map((group) =>
					group.map((malId) => place.get(malId)).filter((index) => index !== undefined),
				)
				.filter((group) => group.length > 1),
		},
		date: collectionDay(rows),
		rows: {
			'catalogue.jsonl.gz': rows.length,
			'relations.csv': relations.length,
			'franchises.csv': franchises.reduce((sum, { members }) => sum + members.length, 0),
			'evaluation/corpus.csv': corpus.size,
		},
	};
}

/** Titles of the corpus and well-known others, most members first, then by id. */
function selectAnime(
	all: readonly AnimeFacts[],
	corpus: ReadonlyMap<number, number>,
): AnimeFacts[] {
	return all
		.filter(({ malId, members }) => members >= LEAST_MEMBERS || corpus.has(malId))
		.sort((a, b) => b.members - a.members || a.malId - b.malId);
}

/** Pairs of MyAnimeList ids → pairs of catalogue indices, without those that leave the catalogue. */
function pairsWithin(
	pairs: readonly ResolvedPair[],
	place: ReadonlyMap<number, number>,
): RelatedPair[] {
	return pairs.flatMap(({ from, to, kind }) => {
		const [a, b] = [place.get(from), place.get(to)];
		if (a === undefined || b === undefined) return [];
		return a < b ? [{ from: a, to: b, kind }] : [{ from: b, to: a, kind: mirrorKind(kind) }];
	});
}
