import type { Anime } from '../catalogue/anime.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ProfileEntry } from './profile-analytics.ts';

/** An entry that is not planned, with the facts of its title. */
export interface WatchedTitle {
	readonly entry: ProfileEntry;
	readonly anime: Anime;
}

/** A list, sorted by what can be said of it. */
export interface ReadList {
	/** Each title once; of two entries of one title the last counts. */
	readonly entries: readonly ProfileEntry[];
	/** In the order of the list. */
	readonly watched: readonly WatchedTitle[];
	/** Not planned, and not in the catalogue. */
	readonly unknown: number;
}

/** Joins a list with the catalogue. */
export function readList(catalogue: Catalogue, entries: readonly ProfileEntry[]): ReadList {
	const once = [...new Map(entries.map((entry) => [entry.malId, entry])).values()];
	const begun = once.filter(({ status }) => status !== 'plan-to-watch');
	const watched = begun.flatMap((entry) => {
		const index = catalogue.indexOf(entry.malId);
		return index === undefined ? [] : { entry, anime: catalogue.anime(index) };
	});
	return { entries: once, watched, unknown: begun.length - watched.length };
}

/** Year in which a title began: sources know the season of a series; of a film they know the day. */
export function yearOf({ year, startDate }: Pick<Anime, 'year' | 'startDate'>): number | null {
	return year ?? (startDate === null ? null : Number(startDate.slice(0, 4)));
}

/** Mean of some numbers; null of none. */
export function meanOf(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
