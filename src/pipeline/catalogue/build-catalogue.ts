import { join } from 'node:path';
import type { AnimeFacts, CatalogueParts, RelatedPair } from '#core/catalogue/catalogue-parts.ts';
import { groupFranchises } from '#core/catalogue/franchises.ts';
import { markRecaps } from '#core/catalogue/recaps.ts';
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
const LEAST_MEMBERS = 2000;

/** The files of a data folder that the catalogue is made from. */
export const CATALOGUE_SOURCES = [
	'catalogue.jsonl.gz',
	'relations.csv',
	'franchises.csv',
	'evaluation/corpus.csv',
] as const;
type CatalogueSource = (typeof CATALOGUE_SOURCES)[number];

/** A catalogue, and what it was made from. */
export interface BuiltCatalogue {
	readonly parts: CatalogueParts;
	/** The day that the data shows, ISO. */
	readonly date: string;
	/** Rows that were used of each source. */
	readonly rows: Readonly<Record<CatalogueSource, number>>;
}

/** Whom the building of a catalogue tells what. */
export interface BuildOptions {
	/** Collects the rows that can't be used. */
	readonly broken: BrokenRowLog;
	/** Told when a source has been read. */
	readonly onRead?: (source: CatalogueSource) => void;
	readonly signal?: AbortSignal;
}

async function readSources(folder: string, { broken, onRead, signal }: BuildOptions) {
	const read = async <T>(
		source: CatalogueSource,
		reader: (path: string, options: CsvOptions) => Promise<T>,
	): Promise<T> => {
		const onBroken = broken.of(source);
		const result = await reader(join(folder, source), { onBroken, ...(signal && { signal }) });
		onRead?.(source);
		return result;
	};
	return {
		rows: await read('catalogue.jsonl.gz', readAnimeRows),
		relations: await read('relations.csv', readRelations),
		franchises: await read('franchises.csv', readFranchises),
		corpus: await read('evaluation/corpus.csv', readCorpus),
	};
}

/**
 * Reads the catalogue's sources and makes the catalogue of them: one spelling, one order, franchises
 * computed over every title and then cut down to those that are in (rule F8).
 *
 * @throws DataFileError when a file is missing or damaged
 */
export async function buildCatalogue(
	folder: string,
	options: BuildOptions,
): Promise<BuiltCatalogue> {
	const { rows, relations, franchises, corpus } = await readSources(folder, options);
	const members = franchises.flatMap((franchise) => franchise.members);
	const all = normaliseAnime(rows, new Map(members.map(({ malId, type }) => [malId, type])));
	const titles = new Map(all.map((title) => [title.malId, title]));
	const startOf = (malId: number) => titles.get(malId)?.startDate ?? null;
	const pairs = markRecaps(resolvePairs(relations, startOf), titles);
	const groups = groupFranchises(titles, {
		pairs,
		groups: franchises.map((franchise) => franchise.members.map(({ malId }) => malId)),
	});
	const anime = selectAnime(all, corpus.position);
	const place = new Map(anime.map(({ malId }, index) => [malId, index]));
	return {
		parts: { anime, pairs: pairsWithin(pairs, place), franchises: groupsWithin(groups, place) },
		date: collectionDay(rows),
		rows: {
			'catalogue.jsonl.gz': rows.length,
			'relations.csv': relations.length,
			'franchises.csv': members.length,
			'evaluation/corpus.csv': corpus.size,
		},
	};
}

/** Franchises by MyAnimeList id → by catalogue index, of which two or more titles are in. */
function groupsWithin(
	groups: readonly (readonly number[])[],
	place: ReadonlyMap<number, number>,
): number[][] {
	return groups
		.map((group) => group.map((malId) => place.get(malId)).filter((index) => index !== undefined))
		.filter((group) => group.length > 1);
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
