import type { Anime } from '../catalogue/anime.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FactKind, RangeKind } from './ranking-options.ts';

/** The values of one kind for all titles: those of title i are `codes[starts[i]]` to before `codes[starts[i + 1]]`. */
export interface FactColumn {
	/** Names by code. */
	readonly values: readonly string[];
	/** Length of the catalogue and one. */
	readonly starts: Int32Array;
	readonly codes: Uint16Array;
	/** The other way round: the titles that have a value, ascending. */
	readonly titles: ReadonlyMap<string, Int32Array>;
}

/**
 * The facts that filters look at, by catalogue index: a filter goes over thousands of titles, and typed arrays
 * take microseconds for that.
 */
export interface FactTable {
	readonly size: number;
	readonly choices: Readonly<Record<FactKind, FactColumn>>;
	/** −1 where no source knows. */
	readonly ranges: Readonly<Record<RangeKind, Int32Array>>;
	readonly members: Int32Array;
	/** 1 where a title is for adults. */
	readonly adult: Uint8Array;
	/** Natural logarithm of 1 + the members of the best-known title of the franchise: how known the story is. */
	readonly fame: Float32Array;
}

const UNKNOWN = -1;

/** Reads all facts once, when catalogue and model are joined. */
export function createFactTable(catalogue: Catalogue): FactTable {
	const all = Array.from({ length: catalogue.size }, (_, index) => catalogue.anime(index));
	const column = (kind: FactKind) => factColumn(all.map((anime) => factsOf(anime, kind)));
	const numbers = (of: (anime: Anime) => number | null) =>
		Int32Array.from(all, (anime) => of(anime) ?? UNKNOWN);
	const members = numbers((anime) => anime.members);
	const most = new Float64Array(catalogue.franchiseCount);
	all.forEach(({ index, members }) => {
		const franchise = catalogue.franchise[index] ?? 0;
		most[franchise] = Math.max(most[franchise] ?? 0, members);
	});
	return {
		size: catalogue.size,
		choices: {
			tags: column('tags'),
			types: column('types'),
			studios: column('studios'),
			sources: column('sources'),
			statuses: column('statuses'),
			ageRatings: column('ageRatings'),
			seasons: column('seasons'),
		},
		ranges: {
			year: numbers(yearOf),
			minutes: numbers((anime) => anime.minutes),
			episodes: numbers((anime) => anime.episodes),
		},
		members,
		adult: Uint8Array.from(all, ({ adult }) => (adult ? 1 : 0)),
		fame: Float32Array.from(catalogue.franchise, (franchise) => Math.log1p(most[franchise] ?? 0)),
	};
}

/** Sources know the season of a series; of a film they know the day. */
function yearOf({ year, startDate }: Anime): number | null {
	return year ?? (startDate === null ? null : Number(startDate.slice(0, 4)));
}

/** Each value once: a few names are a genre and a theme. */
function factsOf(anime: Anime, kind: FactKind): readonly string[] {
	const single = (value: string | null) => (value === null ? [] : [value]);
	switch (kind) {
		case 'tags':
			return [...new Set([...anime.genres, ...anime.themes, ...anime.demographics])];
		case 'types':
			return [anime.type];
		case 'studios':
			return [...new Set(anime.studios)];
		case 'sources':
			return single(anime.source);
		case 'statuses':
			return single(anime.status);
		case 'ageRatings':
			return single(anime.ageRating);
		case 'seasons':
			return single(anime.season);
	}
}

function factColumn(rows: readonly (readonly string[])[]): FactColumn {
	const codeOf = new Map<string, number>();
	const titles = new Map<string, number[]>();
	const starts = new Int32Array(rows.length + 1);
	const codes = rows.flatMap((names, index) => {
		starts[index + 1] = (starts[index] ?? 0) + names.length;
		return names.map((name) => {
			const code = codeOf.get(name) ?? codeOf.size;
			codeOf.set(name, code);
			const having = titles.get(name);
			if (having) having.push(index);
			else titles.set(name, [index]);
			return code;
		});
	});
	return {
		values: [...codeOf.keys()],
		starts,
		codes: Uint16Array.from(codes),
		titles: new Map(Array.from(titles, ([name, having]) => [name, Int32Array.from(having)])),
	};
}
