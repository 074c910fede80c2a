import type { Anime } from '../../catalogue/anime.ts';

/** When a title came or comes out, seen from a day. */
export type Release = 'past' | 'this-season' | 'upcoming';

/**
 * First days of the four seasons of a year, less two weeks: what belongs to a season often begins in the last days
 * of the one before. The last one belongs to the next year.
 */
const SEASON_STARTS = ['12-18', '03-18', '06-17', '09-17'] as const;

/** The day from which on a title belongs to the season of a day, and that of the season before. */
export interface SeasonBounds {
	readonly today: string;
	readonly start: string;
	readonly previousStart: string;
}

/** @param today `2026-11-26` */
export function seasonBounds(today: string): SeasonBounds {
	const year = Number(today.slice(0, 4));
	const season = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
	return { today, start: startOf(year, season), previousStart: startOf(year, season - 1) };
}

/** Seasons are counted from winter, 0; −1 is the autumn of the year before. */
function startOf(year: number, season: number): string {
	const [ofYear, at] = season < 0 ? [year - 1, season + SEASON_STARTS.length] : [year, season];
	return `${at === 0 ? ofYear - 1 : ofYear}-${SEASON_STARTS[at] ?? ''}`;
}

type Dated = Pick<Anime, 'startDate' | 'endDate' | 'episodes' | 'status'>;

/** Weekly episodes that end with the season in which they began. */
const OF_A_SEASON = 14;

/**
 * Where a title stands on a day. Dates decide; the catalogue's status is as old as the catalogue, so it is asked
 * only where no date is known, or where something goes on from the season before.
 */
export function releaseOf(
	{ startDate, endDate, episodes, status }: Dated,
	{ today, start, previousStart }: SeasonBounds,
): Release {
	// ISO dates stand in the order of time as texts do, partial ones before every day of theirs.
	const isOpen = startDate === null || (startDate.length < 10 && today.startsWith(startDate));
	if (isOpen && status === 'upcoming') return 'upcoming';
	if (startDate === null || startDate.length === 4)
		return (startDate ?? '') > today ? 'upcoming' : 'past';
	if (!isOpen && startDate > today) return 'upcoming';
	if (startDate >= start.slice(0, startDate.length)) return 'this-season';
	const goesOn =
		status === 'airing' && (endDate === null ? (episodes ?? 0) > OF_A_SEASON : endDate >= today);
	return goesOn && startDate >= previousStart ? 'this-season' : 'past';
}
