import type { AnimeCard } from '#core/rank/answer.ts';
import { formatCount } from '#ui/shared/format-number.ts';
import { allGenres, longFacts, shortFacts, type Fact } from '../list/anime-facts.ts';

const STATUS_WORDS = {
	finished: 'Finished',
	airing: 'Airing now',
	upcoming: 'Not out yet',
} as const;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `2011-04-06` as "6 Apr 2011", `2011-04` as "Apr 2011": as exact as the source is. */
export function formatDate(date: string): string {
	const [year = '', month, day] = date.split('-');
	const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
	if (name === undefined) return year;
	return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** When it aired, from the first day to the last; null where no source knows. */
function aired({ startDate, endDate, status }: AnimeCard): string | null {
	if (startDate === null) return null;
	const start = formatDate(startDate);
	if (status === 'airing') return `since ${start}`;
	return endDate === null || endDate === startDate ? start : `${start} to ${formatDate(endDate)}`;
}

/** All that the catalogue knows in numbers and names; what no source knows is left out. */
export function titleFacts(card: AnimeCard): Fact[] {
	const facts: readonly (readonly [string, string | null])[] = [
		['Type', card.type === 'Unknown' ? null : card.type],
		['Episodes', card.episodes === null ? null : formatCount(card.episodes)],
		['State', card.status === null ? null : STATUS_WORDS[card.status]],
		['Aired', aired(card)],
	];
	const first = facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
	return [...first, ...longFacts(card)];
}

/** Genres, themes and demographics, as far as there are any. */
export function titleSubjects({ genres, themes, demographics }: AnimeCard) {
	return [
		{ name: 'Genres', values: genres },
		{ name: 'Themes', values: themes },
		{ name: 'For', values: demographics },
	].filter(({ values }) => values.length > 0);
}

/** The sentence that search engines and previews show: what it is, in the order that people ask. */
export function titleSummary(card: AnimeCard): string {
	const kinds = allGenres(card).slice(0, 4).join(', ');
	const what = [...shortFacts(card), ...(kinds === '' ? [] : [kinds])].join(' · ');
	return `${what}. Similar titles and why, the watch order, and who likes it.`;
}
