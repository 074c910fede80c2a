import type { FacetKind, FacetRow } from '#core/analytics/profile-analytics.ts';
import { certaintyOf } from '#ui/shared/chart/chart-data.ts';
import { formatShare } from '#ui/shared/format-number.ts';
import { counted, distanceText, meanText, timesText } from './numbers.ts';

/** What a kind of rows is called: the heading, one of it, and what a title does to have it. */
export const KIND_WORDS: Readonly<
	Record<FacetKind, { readonly title: string; readonly one: string }>
> = {
	genres: { title: 'Genres', one: 'genre' },
	themes: { title: 'Themes', one: 'theme' },
	demographics: { title: 'Audiences', one: 'audience' },
	studios: { title: 'Studios', one: 'studio' },
	sources: { title: 'Where the story comes from', one: 'source' },
	types: { title: 'Kinds of release', one: 'kind' },
	lengths: { title: 'Length', one: 'length' },
	years: { title: 'Year of release', one: 'year' },
	seasons: { title: 'Season', one: 'season' },
};

/** A value as the page writes it: sources of the catalogue have names of their own. */
export function valueName(kind: FacetKind, value: string): string {
	if (kind === 'lengths') return value === '1' ? '1 episode' : `${value} episodes`;
	return `${value.slice(0, 1).toUpperCase()}${value.slice(1)}`;
}

/** Of fewer scores an interval may be narrow by luck. */
const LEAST_SURE = 5;

/** The rows of which it is sure that the visitor likes them more or less than others do, surest first. */
export function surest(rows: readonly FacetRow[]): FacetRow[] {
	const strength = ({ departure }: FacetRow) =>
		departure === null ? 0 : Math.abs(departure.value) / (departure.high - departure.value || 1);
	return rows
		.filter(
			({ scored, departure }) =>
				scored >= LEAST_SURE && departure !== null && certaintyOf(departure) !== 'open',
		)
		.sort((a, b) => strength(b) - strength(a));
}

/** What is liked more and less than others do, in one line; without scores what there is most of. */
export function tasteReading(kind: FacetKind, rows: readonly FacetRow[]): string {
	const { one } = KIND_WORDS[kind];
	if (!rows.some(({ departure }) => departure !== null)) return mostReading(kind, rows);
	const sure = surest(rows);
	const more = sure.find(({ departure }) => (departure?.value ?? 0) > 0);
	const less = sure.find(({ departure }) => (departure?.value ?? 0) < 0);
	const by = (row: FacetRow) => distanceText(row.departure?.value ?? 0);
	const name = (row: FacetRow) => valueName(kind, row.value);
	const higher = more && `${name(more)} ${by(more)} higher`;
	const lower = less && `${name(less)} ${by(less)} lower`;
	if (higher && lower) {
		return `Strictness aside, you score ${higher} than others do, and ${lower}.`;
	}
	if (higher ?? lower) {
		return `Strictness aside, you score ${higher ?? lower} than others do.`;
	}
	return `No ${one} stands out: you like each about as much as others do.`;
}

/** What there is most of, against what others have. */
export function mostReading(kind: FacetKind, rows: readonly FacetRow[]): string {
	const most = rows.reduce<FacetRow | null>(
		(best, row) => (best === null || row.count > best.count ? row : best),
		null,
	);
	if (most === null) return 'Nothing is known of the titles on this list.';
	const name = valueName(kind, most.value);
	const own = `${name} leads with ${formatShare(most.share)} of what you have watched`;
	const beyond = beyondOthers(rows);
	if (beyond === null || beyond.value === most.value) {
		const times = beyond && timesText(beyond.share, beyond.othersShare ?? 0);
		return times ? `${own}, ${times} the usual share.` : `${own}.`;
	}
	const times = timesText(beyond.share, beyond.othersShare ?? 0);
	return `${own}; of ${valueName(kind, beyond.value)} you have ${times} the usual share.`;
}

/** Titles that a row must have before its share says something. */
const LEAST_COUNT = 5;

/** The row that there is most of beyond the lists of others, by how unlikely chance makes that; null where none is. */
export function beyondOthers(rows: readonly FacetRow[]): FacetRow | null {
	const candidates = rows.filter(
		({ count, share, othersShare }) =>
			count >= LEAST_COUNT && othersShare !== null && timesText(share, othersShare) !== null,
	);
	return candidates.reduce<FacetRow | null>(
		(best, row) => (best === null || excessOf(row) > excessOf(best) ? row : best),
		null,
	);
}

/** How unlikely chance makes what a row has beyond others, up to the length of the list. */
export function excessOf({ share, othersShare }: FacetRow): number {
	return (share - (othersShare ?? 1)) / Math.sqrt(othersShare || 1);
}

/** The year that cuts a share of rows with years in two halves, by their counts or those of others; null without any. */
export function middleYear(
	rows: readonly FacetRow[],
	weightOf: (row: FacetRow) => number,
): number | null {
	const all = rows.reduce((sum, row) => sum + weightOf(row), 0);
	let below = 0;
	for (const row of rows) {
		below += weightOf(row);
		if (all > 0 && below >= all / 2) return Number(row.value);
	}
	return null;
}

/** From when what was watched is. */
export function yearsReading(rows: readonly FacetRow[]): string {
	const own = middleYear(rows, ({ count }) => count);
	const first = rows[0];
	if (own === null || first === undefined) return 'Nothing is known of when these titles came out.';
	if (rows.length === 1) return `Everything that you have watched came out in ${own}.`;
	const half = `Half of what you have watched came out in ${own} or later`;
	return `${half}; the oldest is from ${first.value}.`;
}

/** One column of years, seasons or lengths. */
export function facetColumnWords(kind: FacetKind, row: FacetRow): string {
	const name = valueName(kind, row.value);
	const own = `${name}: ${counted(row.count, 'title')}, ${formatShare(row.share)} of yours`;
	const others = row.othersShare === null ? '' : `, ${formatShare(row.othersShare)} of others’`;
	const mean = row.mean === null ? '' : `, your mean score ${meanText(row.mean)}`;
	return own + others + mean;
}
