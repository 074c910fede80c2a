import type { MetricName } from './evaluate-recommender.ts';
import { difference, share, withInterval } from './estimate-text.ts';
import { markdownTable } from './markdown-table.ts';
import { MAIN_VIEWS, type MainView, type ModelReport } from './report.ts';

/** Names of the main views for people. */
export const VIEW_LABELS: Record<MainView, string> = { all: 'all', newFranchise: 'new franchise' };
const MAIN_METRICS: readonly (readonly [MetricName, string])[] = [
	['ndcg100', 'NDCG@100'],
	['recall20', 'R@20'],
	['recall50', 'R@50'],
	['precision10', 'P@10'],
];

/** The table of the data's README: a row for each model, both main views. */
export function mainTable(models: readonly ModelReport[]): string {
	const columns = MAIN_VIEWS.flatMap((view) =>
		MAIN_METRICS.map(([metric, label]) => ({
			view,
			metric,
			label: `${label} ${VIEW_LABELS[view]}`,
		})),
	);
	return markdownTable(
		['model', ...columns.map(({ label }) => label)],
		models.map((model) => [
			model.label,
			...columns.map(({ view, metric }) => share(model.views[view][metric].mean)),
		]),
	);
}

/** The same with bootstrap intervals, for the metrics that lead. */
export function intervalTable(models: readonly ModelReport[]): string {
	return markdownTable(
		['model', 'NDCG@100 all', 'NDCG@100 new franchise', 'R@20 new franchise'],
		models.map(({ label, views }) => [
			label,
			withInterval(views.all.ndcg100),
			withInterval(views.newFranchise.ndcg100),
			withInterval(views.newFranchise.recall20),
		]),
	);
}

/** Differences from the reference, user by user; empty where there is none to compare with. */
export function differenceTable(models: readonly ModelReport[]): string {
	const rows = models.flatMap(({ label, difference: d }) =>
		d
			? [
					[
						label,
						difference(d.all.ndcg100),
						difference(d.newFranchise.ndcg100),
						difference(d.newFranchise.recall20),
						difference(d.newFranchise.precision10),
					],
				]
			: [],
	);
	const header = ['model', 'NDCG@100 all', 'NDCG@100 new', 'R@20 new', 'P@10 new'];
	return rows.length === 0 ? '' : markdownTable(header, rows);
}
