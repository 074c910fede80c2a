import { join } from 'node:path';
import type { AnimeFacts } from '#core/catalogue/catalogue-parts.ts';
import type { ItemPair, SideInformation } from '#learn/ease/side-information.ts';
import { normaliseAnime } from '../catalogue/normalise-anime.ts';
import { readAnimeRows } from '../catalogue/read-anime.ts';
import { readFranchises } from '../catalogue/read-franchises.ts';
import { readRecommendations } from '../catalogue/read-recommendations.ts';
import { readRelations } from '../catalogue/read-relations.ts';
import type { CsvOptions } from '../csv.ts';

/** The files of a data folder that side information is read from. */
export const SIDE_SOURCES = [
	'catalogue.jsonl.gz',
	'relations.csv',
	'franchises.csv',
	'recommendations.csv',
] as const;

/** Years that count as one time: tastes and looks change slower than seasons. */
const YEARS_IN_GROUP = 3;

/** Position of a MyAnimeList id among the items of a model. */
type Positions = ReadonlyMap<number, number>;

/**
 * Reads what the catalogue knows about the titles of a model.
 *
 * @throws DataFileError when a file is missing or damaged
 */
export async function readSideInformation(
	folder: string,
	positions: Positions,
	options: CsvOptions = {},
): Promise<SideInformation> {
	const [catalogue, relations, franchises, recommendations] = SIDE_SOURCES.map((name) =>
		join(folder, name),
	) as [string, string, string, string]; // one path for each source
	const related = await readRelations(relations, options);
	const groups = await readFranchises(franchises, options);
	const recommended = await readRecommendations(recommendations, options);
	const rows = await readAnimeRows(catalogue, options);
	return {
		relations: distinctPairs(positions, related),
		neighbours: groups.flatMap(({ members }) => neighboursOf(positions, members)),
		recommendations: recommended.flatMap(({ malIds: [from, to], votes }) =>
			distinctPairs(positions, [{ from, to }]).map((pair) => ({ ...pair, votes })),
		),
		groups: groupsOf(positions, normaliseAnime(rows)),
	};
}

/** Pairs of ids → pairs of positions, each once whichever way round it is stated. */
function distinctPairs(
	positions: Positions,
	pairs: readonly { readonly from: number; readonly to: number }[],
): ItemPair[] {
	const found = new Map<string, ItemPair>();
	for (const { from, to } of pairs) {
		const [first, second] = [positions.get(from), positions.get(to)];
		if (first === undefined || second === undefined || first === second) continue;
		const [a, b] = first < second ? [first, second] : [second, first];
		found.set(`${a},${b}`, { a, b });
	}
	return [...found.values()];
}

/** Titles of one franchise that follow each other, those that the model lacks left out. */
function neighboursOf(positions: Positions, members: readonly { malId: number }[]): ItemPair[] {
	const known = members.map(({ malId }) => positions.get(malId)).filter((at) => at !== undefined);
	return known.slice(1).map((b, before) => ({ a: known[before] ?? b, b }));
}

/** Names of all groups that a title belongs to, such as `studio:Madhouse`. */
function groupNames(anime: AnimeFacts): string[] {
	const { genres, themes, demographics, studios, source, type, year } = anime;
	const named = Object.entries({
		genre: genres,
		theme: themes,
		demographic: demographics,
		studio: studios,
	});
	return [
		...named.flatMap(([kind, names]) => names.map((name) => `${kind}:${name}`)),
		...(source === null ? [] : [`source:${source}`]),
		...(type === 'Unknown' ? [] : [`type:${type}`]),
		...(year === null ? [] : [`years:${Math.floor(year / YEARS_IN_GROUP)}`]),
	];
}

function groupsOf(positions: Positions, anime: readonly AnimeFacts[]): Uint16Array[] {
	const groups = new Map<string, Set<number>>();
	for (const facts of anime) {
		const item = positions.get(facts.malId);
		if (item === undefined) continue;
		for (const name of groupNames(facts)) {
			groups.set(name, (groups.get(name) ?? new Set()).add(item));
		}
	}
	return [...groups]
		.filter(([, members]) => members.size > 1)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, members]) => Uint16Array.from(members).sort());
}
