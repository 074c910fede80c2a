import { usualError, type RatingError } from '#core/rank/rating-error.ts';
import { markdownTable } from '../evaluation/markdown-table.ts';
import type { MeasuredError } from './measure-errors.ts';

/** Bins: each reaches from one number to before the next. */
type Edges = readonly number[];

const SCORED: Edges = [0, 1, 5, 20, 50, 100, 200, 500];
const SPREAD: Edges = [0, 0.8, 1.1, 1.4, 1.7, 2];
const PREDICTED: Edges = [0, 6, 7, 8, 8.5, 9, 9.5];
const SAID: Edges = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5];
/** Scores are reported in points of 10, as most people score. */
const SCORES_PER_POINT = 10;
const HEADER = ['', 'predictions', 'error said', 'error measured', 'within what was said'];

/**
 * Holds the error that is said of predicted scores against the real one, in bins: an honest one agrees in all of them.
 *
 * @param measured of users that the error was not fitted on
 */
export function errorReport(error: RatingError, measured: readonly MeasuredError[]): string {
	const told = measured.map((one) => ({ ...one, said: usualError(error, one) }));
	const bins = (name: string, edges: Edges, valueOf: (one: Told) => number) =>
		edges.map((from, k) => {
			const to = edges[k + 1] ?? Infinity;
			const label = to === Infinity ? `${name} ≥ ${from}` : `${name} ${from} to < ${to}`;
			return { label, of: told.filter((one) => valueOf(one) >= from && valueOf(one) < to) };
		});
	const rows = [
		{ label: 'all', of: told },
		...bins('error said', SAID, ({ said }) => said / SCORES_PER_POINT),
		...bins('scored entries', SCORED, ({ scored }) => scored),
		...bins('spread of the list', SPREAD, ({ spread }) => spread / SCORES_PER_POINT),
		...bins('predicted', PREDICTED, ({ predicted }) => predicted / SCORES_PER_POINT),
		{ label: 'learned titles', of: told.filter(({ cold }) => !cold) },
		{ label: 'titles known by facts alone', of: told.filter(({ cold }) => cold) },
	];
	return markdownTable(
		HEADER,
		rows.filter(({ of }) => of.length > 0).map(({ label, of }) => [label, ...numbersOf(of)]),
	);
}

type Told = MeasuredError & { readonly said: number };

function numbersOf(told: readonly Told[]): string[] {
	const mean = (of: (one: Told) => number) =>
		told.reduce((sum, one) => sum + of(one), 0) / told.length;
	const within = mean(({ error, said }) => (error <= said ? 1 : 0));
	return [
		String(told.length),
		(mean(({ said }) => said) / SCORES_PER_POINT).toFixed(2),
		(mean(({ error }) => error) / SCORES_PER_POINT).toFixed(2),
		`${Math.round(100 * within)} %`,
	];
}
