import { SEASONS, type AiringStatus, type Season } from '#core/catalogue/anime.ts';

const DAY_MS = 86_400_000;

/** Days that a run may last beyond one week per episode before a source that says "airing" is not believed. */
const SLACK_DAYS = 180;

/** What the sources say of a title's run. */
export interface StatedAiring {
	readonly status: string | undefined;
	readonly season: string | undefined;
	readonly startDate: string | undefined;
	readonly endDate: string | undefined;
	readonly episodes: number | null;
}

/** The same without contradictions. */
export interface Airing {
	readonly status: AiringStatus | null;
	readonly season: Season | null;
	readonly year: number | null;
	readonly startDate: string | null;
	readonly endDate: string | null;
}

const STATUSES: Readonly<Record<string, AiringStatus>> = {
	'finished airing': 'finished',
	'currently airing': 'airing',
	'not yet aired': 'upcoming',
};

/** The status that a source's words stand for. */
export function parseStatus(text: string | undefined): AiringStatus | null {
	return STATUSES[text?.trim().toLowerCase() ?? ''] ?? null;
}

/** An ISO date that may lack day or month; `null` for everything else and for years that can't be. */
export function parseDate(text: string | undefined): string | null {
	const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text?.trim() ?? '');
	if (!found) return null;
	const [date, year, month, day] = found;
	// The oldest surviving anime is of 1907; plans do not reach further than a generation.
	if (Number(year) < 1907 || Number(year) > 2060) return null;
	if (month === undefined) return date;
	const known = Date.parse(`${year}-${month}-${day ?? '01'}T00:00Z`);
	if (Number.isNaN(known) || new Date(known).getUTCMonth() + 1 !== Number(month)) return null;
	return date;
}

/** Days since 1970; the first day of what is not told. */
function dayNumber(date: string): number {
	const [year, month = '01', day = '01'] = date.split('-');
	return Date.parse(`${year}-${month}-${day}T00:00Z`) / DAY_MS;
}

/** End dates that time zones moved to the day before the start become the start; others are unknown. */
function repairEnd(start: string | null, end: string | null): string | null {
	if (start === null || end === null) return end;
	const common = Math.min(start.length, end.length);
	if (end.slice(0, common) >= start.slice(0, common)) return end;
	return dayNumber(start) - dayNumber(end) <= 1 ? start : null;
}

/**
 * The status on `today`. Sources are years apart, so dates outweigh what one of them once said; where
 * neither dates nor a source tell, it stays unknown.
 */
function currentStatus(
	stated: AiringStatus | null,
	{
		startDate,
		endDate,
		episodes,
	}: Pick<Airing, 'startDate' | 'endDate'> & { episodes: number | null },
	today: string,
): AiringStatus | null {
	if (startDate !== null && startDate > today) return 'upcoming';
	if (endDate !== null) return endDate <= today ? 'finished' : 'airing';
	if (startDate === null || stated === 'finished') return stated;
	const lastDay = dayNumber(startDate) + 7 * (episodes ?? 0) + SLACK_DAYS;
	const over = lastDay < dayNumber(today);
	if (stated === 'airing' && episodes === null) return 'airing';
	return over ? 'finished' : 'airing';
}

/** `winter 2021` for a start in December 2020 belongs to 2021; a season that disagrees otherwise is dropped. */
function seasonAndYear(
	text: string | undefined,
	startDate: string | null,
): Pick<Airing, 'season' | 'year'> {
	const [name = '', yearText = ''] = text?.trim().toLowerCase().split(/\s+/) ?? [];
	const season = SEASONS.find((known) => known === name) ?? null;
	const seasonYear = /^\d{4}$/.test(yearText) ? Number(yearText) : null;
	if (startDate === null) return { season, year: seasonYear };
	const year = Number(startDate.slice(0, 4));
	if (season === null || seasonYear === null || seasonYear === year) return { season, year };
	const turnOfYear =
		season === 'winter' && seasonYear === year + 1 && startDate.slice(5, 7) === '12';
	return turnOfYear ? { season, year: seasonYear } : { season: null, year };
}

/** Brings status, season, year and dates of a title into agreement, as of the day `today` (ISO). */
export function resolveAiring(stated: StatedAiring, today: string): Airing {
	const startDate = parseDate(stated.startDate);
	const endDate = repairEnd(startDate, parseDate(stated.endDate));
	const dates = { startDate, endDate, episodes: stated.episodes };
	return {
		status: currentStatus(parseStatus(stated.status), dates, today),
		...seasonAndYear(stated.season, startDate),
		startDate,
		endDate,
	};
}
