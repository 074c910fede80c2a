import { AIRING_STATUSES, ANIME_TYPES, SEASONS } from './anime.ts';
import type { AnimeFacts, CatalogueParts, RelatedPair } from './catalogue-parts.ts';
import { RELATION_KINDS } from './catalogue.ts';
import { CATALOGUE_FORMAT, type FactsFile, type TagColumn, type TitlesFile } from './format.ts';

/** Position of every name, most used first, so that frequent names get the shortest numbers. */
function rankNames(uses: Iterable<string>): { names: string[]; place: Map<string, number> } {
	const counts = new Map<string, number>();
	for (const name of uses) counts.set(name, (counts.get(name) ?? 0) + 1);
	const names = [...counts]
		.sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1))
		.map(([name]) => name);
	return { names, place: new Map(names.map((name, at) => [name, at])) };
}

function encodeTags(lists: readonly (readonly string[])[]): TagColumn {
	const { names, place } = rankNames(lists.flat());
	return {
		names,
		counts: lists.map((list) => list.length),
		values: lists.flatMap((list) => list.map((name) => place.get(name) ?? 0)),
	};
}

function encodeNames(values: readonly (string | null)[]): { names: string[]; places: number[] } {
	const { names, place } = rankNames(values.filter((value) => value !== null));
	return {
		names,
		places: values.map((value) => (value === null ? 0 : 1 + (place.get(value) ?? 0))),
	};
}

function encodeDate(date: string | null): number {
	if (date === null) return 0;
	const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
	return year * 10_000 + month * 100 + day;
}

/** Cuts `https://host/folder/12/345l.jpg` before its first number and at its dot. */
function splitPoster(url: string): [prefix: string, name: string, suffix: string] {
	const dot = url.lastIndexOf('.');
	const end = dot > url.lastIndexOf('/') ? dot : url.length;
	// Where the last letter belongs to the size, not to the name, it repeats and packs as suffix.
	const cut = /^\d+l$/.test(url.slice(url.lastIndexOf('/') + 1, end)) ? end - 1 : end;
	const start = /^https:\/\/[^/]+\/(?:[a-z_]+\/)*/.exec(url)?.[0].length ?? 0;
	return [url.slice(0, start), url.slice(start, cut), url.slice(cut)];
}

function encodePosters(urls: readonly (string | null)[]) {
	const parts = urls.map((url) => (url === null ? null : splitPoster(url)));
	const prefixes = rankNames(parts.flatMap((part) => (part ? [part[0]] : [])));
	const suffixes = rankNames(parts.flatMap((part) => (part ? [part[2]] : [])));
	return {
		posterPrefixes: prefixes.names,
		posterSuffixes: suffixes.names,
		posterForms: parts.map((part) => {
			if (!part) return 0;
			const prefix = prefixes.place.get(part[0]) ?? 0;
			return 1 + prefix + (suffixes.place.get(part[2]) ?? 0) * prefixes.names.length;
		}),
		posters: parts.map((part) => part?.[1] ?? ''),
	};
}

function encodePairs(pairs: readonly RelatedPair[], size: number): FactsFile['relations'] {
	const sorted = [...pairs].sort((a, b) => a.from - b.from || a.to - b.to);
	const counts = Array.from({ length: size }, () => 0);
	for (const { from, to } of sorted) {
		if (from >= to) throw new RangeError(`The pair ${from}, ${to} is not in ascending order.`);
		counts[from] = (counts[from] ?? 0) + 1;
	}
	return {
		counts,
		distances: sorted.map(({ from, to }) => to - from),
		kinds: sorted.map(({ kind }) => RELATION_KINDS.indexOf(kind)),
	};
}

function encodeTitles(anime: readonly AnimeFacts[]): TitlesFile {
	return {
		format: CATALOGUE_FORMAT,
		kind: 'titles',
		malIds: anime.map(({ malId }) => malId),
		titles: anime.map(({ title }) => title),
		english: anime.map(({ english }) => english),
		native: anime.map(({ native }) => native),
		synonyms: anime.map(({ synonyms }) => synonyms.join('\n')),
		members: anime.map(({ members }) => members),
		types: anime.map(({ type }) => ANIME_TYPES.indexOf(type)),
		years: anime.map(({ year }) => year ?? 0),
	};
}

function encodeFacts({ anime, pairs, franchises }: CatalogueParts): FactsFile {
	const sources = encodeNames(anime.map(({ source }) => source));
	const ageRatings = encodeNames(anime.map(({ ageRating }) => ageRating));
	return {
		format: CATALOGUE_FORMAT,
		kind: 'facts',
		anilistIds: anime.map(({ anilistId }) => anilistId ?? 0),
		kitsuIds: anime.map(({ kitsuId }) => kitsuId ?? 0),
		anidbIds: anime.map(({ anidbId }) => anidbId ?? 0),
		episodes: anime.map(({ episodes }) => episodes ?? 0),
		minutes: anime.map(({ minutes }) => minutes ?? 0),
		statuses: anime.map(({ status }) =>
			status === null ? 0 : 1 + AIRING_STATUSES.indexOf(status),
		),
		seasons: anime.map(({ season }) => (season === null ? 0 : 1 + SEASONS.indexOf(season))),
		startDates: anime.map(({ startDate }) => encodeDate(startDate)),
		endDates: anime.map(({ endDate }) => encodeDate(endDate)),
		sourceNames: sources.names,
		sources: sources.places,
		ageRatingNames: ageRatings.names,
		ageRatings: ageRatings.places,
		adult: anime.map(({ adult }) => Number(adult)),
		genres: encodeTags(anime.map(({ genres }) => genres)),
		themes: encodeTags(anime.map(({ themes }) => themes)),
		demographics: encodeTags(anime.map(({ demographics }) => demographics)),
		studios: encodeTags(anime.map(({ studios }) => studios)),
		scores: anime.map(({ score }) => Math.round((score ?? 0) * 100)),
		...encodePosters(anime.map(({ poster }) => poster)),
		relations: encodePairs(pairs, anime.length),
		franchises: {
			sizes: franchises.map((members) => members.length),
			members: franchises.flat(),
		},
	};
}

/**
 * The two catalogue files of the bundle as plain objects; `decodeCatalogue` is the inverse.
 *
 * @throws RangeError when a pair is not in ascending order
 */
export function encodeCatalogue(parts: CatalogueParts): { titles: TitlesFile; facts: FactsFile } {
	return { titles: encodeTitles(parts.anime), facts: encodeFacts(parts) };
}
