import type { Anime } from '#core/catalogue/anime.ts';
import type { Catalogue, Relation, RelationKind } from '#core/catalogue/catalogue.ts';
import { mirrorKind } from '#core/catalogue/relation-kinds.ts';

/** A title of a test: only what matters to it. */
export type SmallAnime = Partial<Anime> & { readonly malId: number; readonly franchise?: string };

const UNKNOWN: Omit<Anime, 'index' | 'malId' | 'title'> = {
	anilistId: null,
	kitsuId: null,
	anidbId: null,
	english: null,
	native: null,
	synonyms: [],
	type: 'TV',
	episodes: 12,
	minutes: 24,
	status: 'finished',
	season: null,
	year: 2010,
	startDate: '2010-01-01',
	endDate: null,
	source: null,
	ageRating: 'PG-13',
	adult: false,
	genres: [],
	themes: [],
	demographics: [],
	studios: [],
	score: 7,
	members: 10_000,
	poster: null,
};

/**
 * A catalogue of a few titles, in the order given; franchises by name, members in the order given.
 *
 * @param edges `[from, kind, to]`: "to is the <kind> of from"; mirrored edges are added
 */
export function smallCatalogue(
	titles: readonly SmallAnime[],
	edges: readonly (readonly [number, RelationKind, number])[] = [],
): Catalogue {
	const anime = titles.map(({ franchise: _franchise, ...facts }, index): Anime => {
		return { ...UNKNOWN, title: `Title ${facts.malId}`, ...facts, index };
	});
	const names = [...new Set(titles.map(({ malId, franchise }) => franchise ?? `${malId}`))];
	const franchise = Int32Array.from(titles, ({ malId, franchise: name }) =>
		names.indexOf(name ?? `${malId}`),
	);
	const indexOf = (malId: number) => {
		const index = anime.findIndex((one) => one.malId === malId);
		return index < 0 ? undefined : index;
	};
	const relations = anime.map((): Relation[] => []);
	const add = (from: number, kind: RelationKind, to: number) => {
		const target = indexOf(to);
		if (target !== undefined) relations[indexOf(from) ?? -1]?.push({ to: target, kind });
	};
	for (const [from, kind, to] of edges) {
		add(from, kind, to);
		add(to, mirrorKind(kind), from);
	}
	return {
		size: anime.length,
		anime(index) {
			const found = anime[index];
			if (!found) throw new RangeError(`There is no title ${index}.`);
			return found;
		},
		indexOf,
		franchise,
		franchiseCount: names.length,
		franchiseMembers: (number) =>
			anime.map(({ index }) => index).filter((index) => franchise[index] === number),
		relations: (index) => relations[index] ?? [],
	};
}
