import type { AnimeCard } from '#core/rank/answer.ts';
import { formatCount, formatRoughCount } from '#ui/shared/format-number.ts';

export interface Fact {
	readonly name: string;
	readonly value: string;
}

/** 117 as "1 h 57 min". */
export function formatLength(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	if (hours === 0) return `${rest} min`;
	return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** How much there is to watch: episodes, or the length where there is only one. */
function extent(card: AnimeCard): string | null {
	if (card.episodes !== null && card.episodes > 1) return `${formatCount(card.episodes)} episodes`;
	if (card.minutes !== null) return formatLength(card.minutes);
	return card.episodes === 1 ? '1 episode' : null;
}

/** The one line below the title; what no source knows is left out. */
export function shortFacts(card: AnimeCard): string[] {
	const airing = card.status === 'airing' ? 'airing now' : null;
	const upcoming = card.status === 'upcoming' ? 'not out yet' : null;
	return [
		card.type === 'Unknown' ? null : card.type,
		card.year === null ? null : String(card.year),
		extent(card),
		airing ?? upcoming,
	].filter((fact) => fact !== null);
}

/** Age rating codes in words. */
export const AGE_RATINGS: Readonly<Record<string, string>> = {
	G: 'G, all ages',
	PG: 'PG, children',
	'PG-13': 'PG-13, teens 13 and up',
	R: 'R, 17 and up',
	'R+': 'R+, mild nudity',
	Rx: 'Rx, adults only',
};

/** Genres, themes and demographics in the order of their weight for a reader; each once. */
export function allGenres(card: Pick<AnimeCard, 'genres' | 'themes' | 'demographics'>): string[] {
	return [...new Set([...card.genres, ...card.themes, ...card.demographics])];
}

/** What an open row tells besides; what no source knows is left out. */
export function longFacts(card: AnimeCard): Fact[] {
	const season =
		card.season === null || card.year === null
			? null
			: `${card.season.slice(0, 1).toUpperCase()}${card.season.slice(1)} ${card.year}`;
	const facts: readonly (readonly [string, string | null])[] = [
		['Season', season],
		['Source', card.source],
		[card.studios.length > 1 ? 'Studios' : 'Studio', card.studios.join(', ') || null],
		[
			'Episode length',
			card.minutes !== null && card.episodes !== 1 ? formatLength(card.minutes) : null,
		],
		[
			'Age rating',
			card.ageRating === null ? null : (AGE_RATINGS[card.ageRating] ?? card.ageRating),
		],
		['Mean score', card.score === null ? null : `${card.score.toFixed(2)} of 10`],
		['Members', formatRoughCount(card.members)],
	];
	return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

/** The titles that are not shown already, with the language of the native one. */
export function otherTitles(card: AnimeCard, shown: string): string[] {
	const titles = [card.english, card.title, card.native].filter((title) => title !== null);
	return [...new Set(titles)].filter((title) => title !== shown);
}
