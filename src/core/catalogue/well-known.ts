import { entryPoints, isClip } from '../rank/entry-points.ts';
import type { Anime } from './anime.ts';
import type { Catalogue } from './catalogue.ts';

/** A shelf of well-known titles to start rating from. */
export interface WellKnownGroup {
	/** Stable, stands in addresses. */
	readonly id: string;
	readonly name: string;
	/** Catalogue indices, most members first; one title a franchise; none for adults only, none that
	 * nobody can have seen yet. */
	readonly titles: readonly number[];
}

/** Titles of a group, at most: six rounds of ten. */
const GROUP_SIZE = 60;

/** Before this year the people who rate today mostly watched as catching up. */
const CLASSIC_BEFORE = 2005;
const NEW_YEARS = 4;

interface GroupRule {
	readonly id: string;
	readonly name: string;
	readonly admits: (anime: Anime, newestYear: number) => boolean;
}

const RULES: readonly GroupRule[] = [
	{ id: 'first', name: 'Everyone’s first', admits: () => true },
	{ id: 'films', name: 'Films', admits: ({ type }) => type === 'Movie' },
	{
		id: 'romance',
		name: 'Romance & drama',
		// Drama alone would bring the battles of half of all well-known titles.
		admits: (anime) => has(anime, 'Romance') || (has(anime, 'Drama') && !has(anime, 'Action')),
	},
	{ id: 'comedy', name: 'Comedy', admits: (anime) => has(anime, 'Comedy') },
	{
		id: 'thriller',
		name: 'Thriller & mystery',
		admits: (anime) => has(anime, 'Suspense') || has(anime, 'Mystery'),
	},
	{
		id: 'sci-fi',
		name: 'Sci-fi & mecha',
		admits: (anime) => has(anime, 'Sci-Fi') || has(anime, 'Mecha'),
	},
	{
		id: 'slice-of-life',
		name: 'Slice of life',
		admits: (anime) => has(anime, 'Slice of Life') || has(anime, 'Iyashikei'),
	},
	{
		id: 'classics',
		name: 'Classics',
		admits: ({ year }) => year !== null && year < CLASSIC_BEFORE,
	},
	{
		id: 'new',
		name: 'New',
		admits: ({ year }, newestYear) => year !== null && year > newestYear - NEW_YEARS,
	},
];

/** Ids and names of all groups, in the order of the tabs. */
export const WELL_KNOWN_GROUPS: readonly Pick<WellKnownGroup, 'id' | 'name'>[] = RULES.map(
	({ id, name }) => ({ id, name }),
);

/**
 * Sorts the best-known titles into groups. A franchise is represented by its first entry point (rule F1) that
 * belongs to the group, so that nobody is asked about a second season. Groups may overlap.
 *
 * @param groupSize titles of one group, at most
 */
export function wellKnownGroups(catalogue: Catalogue, groupSize = GROUP_SIZE): WellKnownGroup[] {
	const newestYear = newestAiredYear(catalogue);
	const starts = Array.from({ length: catalogue.franchiseCount }, (_, franchise) =>
		entryPoints(catalogue, franchise).all.filter((index) => {
			const anime = catalogue.anime(index);
			return !anime.adult && anime.status !== 'upcoming' && !isClip(anime);
		}),
	);
	return RULES.map(({ id, name, admits }) => {
		const titles = starts.flatMap((ways) => {
			const way = ways.find((index) => admits(catalogue.anime(index), newestYear));
			return way === undefined ? [] : [way];
		});
		// Indices run from most members to fewest.
		return { id, name, titles: titles.sort((a, b) => a - b).slice(0, groupSize) };
	});
}

/** The year of the newest title that can have been watched; what is only announced does not count. */
function newestAiredYear(catalogue: Catalogue): number {
	let newest = 0;
	for (let index = 0; index < catalogue.size; index++) {
		const { year, status } = catalogue.anime(index);
		if (status !== 'upcoming' && year !== null && year > newest) newest = year;
	}
	return newest;
}

function has({ genres, themes }: Anime, name: string): boolean {
	return genres.includes(name) || themes.includes(name);
}
