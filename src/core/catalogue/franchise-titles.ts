import type { AnimeFacts } from './catalogue-parts.ts';

/** What grouping into franchises needs to know of a title. */
export type FranchiseTitle = Pick<
	AnimeFacts,
	'malId' | 'title' | 'english' | 'native' | 'type' | 'members' | 'startDate'
>;

/** All titles by MyAnimeList id. */
export type FranchiseTitles = ReadonlyMap<number, FranchiseTitle>;

/**
 * Orders by start, undated titles last, ties by id. A partial date stands behind every full date
 * that it may mean.
 */
export function compareStarts(a: FranchiseTitle, b: FranchiseTitle): number {
	const [startA, startB] = [sortableStart(a), sortableStart(b)];
	if (startA !== startB) return startA < startB ? -1 : 1;
	return a.malId - b.malId;
}

function sortableStart({ startDate }: FranchiseTitle): string {
	if (startDate === null) return '~';
	return startDate.length < 10 ? `${startDate}~` : startDate;
}
