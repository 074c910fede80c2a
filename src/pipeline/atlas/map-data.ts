import { join } from 'node:path';

import type { AnimeFacts } from '#core/catalogue/catalogue-parts.ts';
import type { TitleLink } from '#atlas/layout/neighbourhood.ts';
import type { Interactions } from '#learn/interactions.ts';
import { buildCatalogue, CATALOGUE_SOURCES } from '../catalogue/build-catalogue.ts';
import { DataFileError } from '../csv.ts';
import { BrokenRowLog, describeBrokenRows } from '../dataset/broken-rows.ts';
import type { Corpus } from '../dataset/corpus.ts';
import { readProfiles } from '../dataset/profiles.ts';
import { readSources, readUsers, type Split } from '../dataset/users.ts';
import { readSideInformation, SIDE_SOURCES } from '../training/read-side-information.ts';
import type { LinkWeights } from './atlas-settings.ts';

/** The files of a data folder that a map is made from. */
export const ATLAS_SOURCES: readonly string[] = [
	...new Set([
		...CATALOGUE_SOURCES,
		...SIDE_SOURCES,
		'evaluation/sources.csv',
		'profiles.csv.gz',
		'users.csv',
	]),
];

/** Everything that a map is made from but the model. Titles are numbered by members, most first. */
export interface MapData {
	readonly malIds: Int32Array;
	readonly anime: readonly AnimeFacts[];
	/** Lists of each split over the titles of the map. Only those of `train` make it. */
	readonly lists: Readonly<Record<Split, Interactions>>;
	readonly links: readonly TitleLink[];
}

/**
 * Reads what a map is made from.
 *
 * @param most titles of the map at most: those with the most members
 * @throws DataFileError when a file is missing or damaged
 */
export async function readMapData(
	folder: string,
	most: number,
	weights: LinkWeights,
	{ warn, signal }: { readonly warn: (text: string) => void; readonly signal: AbortSignal },
): Promise<MapData> {
	const broken = new BrokenRowLog();
	const file = (...parts: string[]) => {
		const path = join(folder, ...parts);
		return [path, { onBroken: broken.of(path), signal }] as const;
	};
	const { parts } = await buildCatalogue(folder, { broken, signal });
	const anime = parts.anime.slice(0, most);
	const malIds = Int32Array.from(anime, ({ malId }) => malId);
	const position = new Map(Array.from(malIds, (malId, title) => [malId, title]));
	const users = await readUsers(
		file('users.csv')[0],
		await readSources(...file('evaluation', 'sources.csv')),
		file('users.csv')[1],
	);
	const [profiles, options] = file('profiles.csv.gz');
	const lists = await readProfiles(profiles, titlesOf(malIds, position), users, options);
	if (lists.train.users.length === 0) {
		throw new DataFileError(`${folder} has no list to make a map from.`);
	}
	const side = await readSideInformation(folder, position, { signal });
	for (const line of describeBrokenRows(broken.report())) warn(line);
	return {
		malIds,
		anime,
		lists: {
			train: lists.train.watched,
			validation: lists.validation.watched,
			test: lists.test.watched,
		},
		links: [
			...side.relations.map((pair) => ({
				...pair,
				weight: weights.related,
				reason: 'related' as const,
			})),
			...side.recommendations.map(({ a, b, votes }) => ({
				a,
				b,
				weight: weights.recommended * Math.log1p(votes),
				reason: 'recommended' as const,
			})),
		],
	};
}

/** The titles of a map as readers of lists want them: positions are all they use. */
function titlesOf(items: Int32Array, position: ReadonlyMap<number, number>): Corpus {
	const { length: size } = items;
	return {
		size,
		items,
		position,
		trainUsers: new Uint32Array(size),
		franchise: new Int32Array(size),
		startDate: Array.from(items, () => ''),
	};
}
