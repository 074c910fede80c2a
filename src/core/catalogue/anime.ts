/** Kinds of release, as MyAnimeList names them. `Unknown` where the source is silent. */
export const ANIME_TYPES = [
	'TV',
	'Movie',
	'OVA',
	'ONA',
	'Special',
	'TV Special',
	'Music',
	'CM',
	'PV',
	'Unknown',
] as const;
export type AnimeType = (typeof ANIME_TYPES)[number];

export const SEASONS = ['winter', 'spring', 'summer', 'fall'] as const;
export type Season = (typeof SEASONS)[number];

export const AIRING_STATUSES = ['finished', 'airing', 'upcoming'] as const;
export type AiringStatus = (typeof AIRING_STATUSES)[number];

/**
 * One title of the catalogue: facts only. `null` means that no source knows.
 *
 * Dates are ISO 8601 calendar dates and may be partial (`2013`, `2013-04`).
 */
export interface Anime {
	/** Position in the catalogue: 0 is the title with the most members. */
	readonly index: number;
	readonly malId: number;
	readonly anilistId: number | null;
	readonly kitsuId: number | null;
	readonly anidbId: number | null;
	/** Romanised main title; never empty. */
	readonly title: string;
	readonly english: string | null;
	readonly native: string | null;
	readonly synonyms: readonly string[];
	readonly type: AnimeType;
	readonly episodes: number | null;
	/** Length of one episode in minutes. */
	readonly minutes: number | null;
	readonly status: AiringStatus | null;
	readonly season: Season | null;
	readonly year: number | null;
	readonly startDate: string | null;
	readonly endDate: string | null;
	/** What it was adapted from: `Manga`, `Original`, `Light novel`, … */
	readonly source: string | null;
	/** Age rating code: `G`, `PG`, `PG-13`, `R`, `R+`, `Rx`. */
	readonly ageRating: string | null;
	readonly adult: boolean;
	readonly genres: readonly string[];
	readonly themes: readonly string[];
	readonly demographics: readonly string[];
	readonly studios: readonly string[];
	/** Mean score of all members, 1–10. */
	readonly score: number | null;
	readonly members: number;
	/** Absolute https URL of the poster at its source. */
	readonly poster: string | null;
}

export const TITLE_LANGUAGES = ['english', 'romaji', 'native'] as const;
export type TitleLanguage = (typeof TITLE_LANGUAGES)[number];

/** The title in the wanted language, or the romanised one where there is none. */
export function displayTitle(
	anime: Pick<Anime, 'title' | 'english' | 'native'>,
	language: TitleLanguage,
): string {
	if (language === 'english') return anime.english ?? anime.title;
	if (language === 'native') return anime.native ?? anime.title;
	return anime.title;
}
