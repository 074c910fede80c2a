import { ANIME_TYPES, type AnimeType } from '#core/catalogue/anime.ts';

/** The type in the spelling of MyAnimeList, whatever the case; `Unknown` where it is none of them. */
export function parseType(text: string | undefined): AnimeType {
	const wanted = text?.trim().toLowerCase();
	return ANIME_TYPES.find((type) => type.toLowerCase() === wanted) ?? 'Unknown';
}

/**
 * Minutes of one episode from `24`, `24 min per ep`, `1 hr. 53 min.`, `30 sec.`: at least 1.
 * Where only a number stands it is minutes. `null` for 0 and everything else.
 */
export function parseMinutes(text: string | undefined): number | null {
	if (text === undefined) return null;
	const trimmed = text.trim();
	const shape =
		/^(?:(?<hours>\d+) hr\.? ?)?(?:(?<minutes>\d+) min\.? ?)?(?:(?<seconds>\d+) sec\.? ?)?(?:per ep\.?)?$/;
	const found = shape.exec(/^\d+$/.test(trimmed) ? `${trimmed} min` : trimmed)?.groups;
	if (!found) return null;
	const part = (name: string) => Number(found[name] ?? 0);
	const seconds = part('hours') * 3600 + part('minutes') * 60 + part('seconds');
	return seconds === 0 ? null : Math.max(1, Math.round(seconds / 60));
}

/** Kinds of release of which hardly one lasts so few minutes. */
const LONG_TYPES: ReadonlySet<AnimeType> = new Set(['Movie', 'TV Special', 'Special', 'OVA']);

/** A source cuts `1 hr 46 min` down to `1`: below this a bare number of a long type is hours. */
const LEAST_BARE_MINUTES = 4;

/** {@link parseMinutes}, but for films and the like a bare `1` is the rest of `1 hr 46 min`: `null`. */
export function parseLength(text: string | undefined, type: AnimeType): number | null {
	const minutes = parseMinutes(text);
	const isBare = /^\d+$/.test(text?.trim() ?? '');
	if (minutes === null || !isBare || !LONG_TYPES.has(type)) return minutes;
	return minutes < LEAST_BARE_MINUTES ? null : minutes;
}

/** Spellings of other sources, by lower-case key, → MyAnimeList's. */
const SOURCE_NAMES: Readonly<Record<string, string>> = {
	'video game': 'Game',
	comic: 'Manga',
	doujinshi: 'Manga',
	'web manga': 'Web manga',
	'4-koma manga': '4-koma manga',
	'multimedia project': 'Mixed media',
};

/** One spelling per kind of source: `LIGHT_NOVEL` and `Light novel` → `Light novel`. */
export function parseSource(text: string | undefined): string | null {
	const key = text?.trim().replaceAll('_', ' ').toLowerCase() ?? '';
	if (key === '' || key === 'unknown') return null;
	return SOURCE_NAMES[key] ?? key.charAt(0).toUpperCase() + key.slice(1);
}

/** `R - 17+ (violence & profanity)` → `R`; `null` for `None` and unknown codes. */
export function parseAgeRating(text: string | undefined): string | null {
	return /^(?:PG-13|PG|G|R\+|Rx|R)(?= - |$)/.exec(text?.trim() ?? '')?.[0] ?? null;
}

const POSTER_HOSTS = new Set(['cdn.myanimelist.net', 'myanimelist.net', 's4.anilist.co']);

/** The URL, when it is one of a picture that the site's content policy lets through. */
export function parsePoster(text: string | undefined): string | null {
	if (text === undefined || !URL.canParse(text)) return null;
	const url = new URL(text);
	const allowed = url.protocol === 'https:' && POSTER_HOSTS.has(url.host) && url.username === '';
	return allowed && /\.(?:jpe?g|png|webp)$/.test(url.pathname) ? url.href : null;
}
