/** One column of a {@link ColumnChart}. */
export interface Column {
	readonly key: string;
	/** Below the column; empty where there is no room for each. */
	readonly label: string;
	readonly value: number;
	/** The same of everybody, drawn behind it; null where nobody knows. */
	readonly behind: number | null;
	/** Above the column, where there is room: a count. */
	readonly top?: string;
	/** Everything that the column tells, as a sentence without an end. */
	readonly words: string;
}

/** A number with the bounds that it lies between. */
export interface Interval {
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

/** One row of `MeasureRows`. */
export interface MeasureRow {
	readonly key: string;
	readonly label: string;
	/** How long the bar is, in the unit of all rows. */
	readonly value: number;
	/** The same as text. */
	readonly valueText: string;
	/** Where the mark of everybody stands on the bar; null where nobody knows. */
	readonly tick: number | null;
	/** Left or right of nought; null where there is nothing to say. */
	readonly interval: Interval | null;
	/** The same as text, empty where there is none. */
	readonly intervalText: string;
}

/** A point of which both numbers should be alike. */
export interface AgreementPoint {
	readonly key: string;
	readonly x: number;
	readonly y: number;
	readonly words: string;
}

/** The numbers of a chart for reading: the first cell of a row names it. */
export interface TableData {
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** Half the width of an axis around nought that has room for all intervals. */
export function reachOf(intervals: readonly (Interval | null)[], least: number): number {
	const ends = intervals.flatMap((interval) =>
		interval === null ? [] : [Math.abs(interval.low), Math.abs(interval.high)],
	);
	return Math.max(least, ...ends);
}

/** What an interval says for sure: above nought, below, or neither. */
export function certaintyOf({ low, high }: Interval): 'above' | 'below' | 'open' {
	if (low > 0) return 'above';
	return high < 0 ? 'below' : 'open';
}
