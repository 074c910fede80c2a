import type { FacetKind, FacetRow, StatusFacts } from '#core/analytics/profile-analytics.ts';
import type { Column, MeasureRow, TableData } from '#ui/shared/chart/chart-data.ts';
import { formatCount, formatShare } from '#ui/shared/format-number.ts';
import { facetColumnWords, valueName } from '../words/facet-words.ts';
import { differenceText, meanText } from '../words/numbers.ts';
import { shareOrDash } from './score-columns.ts';

/** How rows are ordered. */
export const ROW_ORDERS = ['count', 'liking'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** Rows of fewer titles say little about liking. */
const LEAST_SCORED = 3;

/** The rows of a kind that there is room for: those with most titles, or those that are liked most and least beyond others. */
export function topRows(rows: readonly FacetRow[], order: RowOrder, most: number): FacetRow[] {
	if (order === 'count') return [...rows].sort((a, b) => b.count - a.count).slice(0, most);
	const liked = rows
		.filter(({ scored, departure }) => departure !== null && scored >= LEAST_SCORED)
		.sort((a, b) => (b.departure?.value ?? 0) - (a.departure?.value ?? 0));
	if (liked.length <= most) return liked;
	const above = Math.ceil(most / 2);
	return [...liked.slice(0, above), ...liked.slice(above - most)];
}

/** Rows as bars of their share, with the share of others, and how much more they are liked than others like them. */
export function facetMeasures(kind: FacetKind, rows: readonly FacetRow[]): MeasureRow[] {
	return rows.map(({ value, count, share, othersShare, departure }) => ({
		key: value,
		label: valueName(kind, value),
		value: share,
		valueText: formatCount(count),
		tick: othersShare,
		interval: departure,
		intervalText: departure === null ? '' : differenceText(departure.value),
	}));
}

/** The same as numbers, all rows. */
export function facetTable(name: string, kind: FacetKind, rows: readonly FacetRow[]): TableData {
	return {
		head: [name, 'Titles', 'Of yours', 'Of others’', 'Your mean', 'Others’ mean', 'Liked more by'],
		rows: rows.map(({ value, count, share, othersShare, mean, othersMean, departure }) => [
			valueName(kind, value),
			formatCount(count),
			formatShare(share),
			shareOrDash(othersShare),
			mean === null ? '–' : meanText(mean),
			othersMean === null ? '–' : meanText(othersMean),
			departure === null
				? '–'
				: `${differenceText(departure.value)} (${differenceText(departure.low)} to ${differenceText(departure.high)})`,
		]),
	};
}

/** Rows that have an order of their own, as columns. */
export function facetColumns(kind: FacetKind, rows: readonly FacetRow[]): Column[] {
	return rows.map((row) => ({
		key: row.value,
		label: kind === 'lengths' ? row.value : valueName(kind, row.value),
		value: row.share,
		behind: row.othersShare,
		words: facetColumnWords(kind, row),
	}));
}

/** Years before the last so many share one column: more are too narrow for a phone. */
const MOST_YEARS = 32;

/**
 * One column for each year up to the newest, those without titles included; what is older than the last
 * {@link MOST_YEARS} shares one. Every fifth year has its name below.
 */
export function yearColumns(rows: readonly FacetRow[]): Column[] {
	const years = rows.map(({ value }) => Number(value));
	if (years.length === 0) return [];
	const last = Math.max(...years);
	const first = Math.max(Math.min(...years), last - MOST_YEARS + 1);
	const older = rows.filter(({ value }) => Number(value) < first);
	const byYear = new Map(rows.map((row) => [Number(row.value), row]));
	// The name of a year is wider than its column: beside that of the older ones there is no room.
	const roomFrom = older.length === 0 ? 0 : 3;
	const columns = Array.from({ length: last - first + 1 }, (_, at): Column => {
		const year = first + at;
		const row = byYear.get(year);
		return {
			key: String(year),
			label: year % 5 === 0 && at >= roomFrom ? String(year) : '',
			value: row?.share ?? 0,
			behind: row?.othersShare ?? null,
			words: row ? facetColumnWords('years', row) : `${year}: no titles`,
		};
	});
	return older.length === 0 ? columns : [olderColumn(first, older), ...columns];
}

function olderColumn(first: number, rows: readonly FacetRow[]): Column {
	const sum = (of: (row: FacetRow) => number) => rows.reduce((total, row) => total + of(row), 0);
	const known = rows.every(({ othersShare }) => othersShare !== null);
	const whole: FacetRow = {
		value: `before ${first}`,
		count: sum(({ count }) => count),
		share: sum(({ share }) => share),
		othersShare: known ? sum(({ othersShare }) => othersShare ?? 0) : null,
		scored: 0,
		mean: null,
		othersMean: null,
		departure: null,
	};
	return {
		key: 'older',
		label: '←',
		value: whole.share,
		behind: whole.othersShare,
		words: facetColumnWords('years', whole),
	};
}

const STATUS_NAMES = [
	['completed', 'Completed'],
	['watching', 'Watching'],
	['onHold', 'On hold'],
	['dropped', 'Dropped'],
	['planned', 'Planned'],
] as const;

/** What became of the titles, as bars; what there is none of is left out. */
export function statusMeasures(statuses: StatusFacts): MeasureRow[] {
	return STATUS_NAMES.filter(([key]) => statuses[key] > 0).map(([key, label]) => ({
		key,
		label,
		value: statuses[key],
		valueText: formatCount(statuses[key]),
		tick: null,
		interval: null,
		intervalText: '',
	}));
}

/** The same as numbers. */
export function statusTable(statuses: StatusFacts): TableData {
	const all = STATUS_NAMES.reduce((sum, [key]) => sum + statuses[key], 0);
	return {
		head: ['Status', 'Titles', 'Of the list'],
		rows: STATUS_NAMES.map(([key, label]) => [
			label,
			formatCount(statuses[key]),
			formatShare(statuses[key] / Math.max(1, all)),
		]),
	};
}
