import { POPULARITY_THIRDS } from '#core/metrics/popularity-thirds.ts';
import { share, withInterval } from './estimate-text.ts';
import { markdownTable } from './markdown-table.ts';
import { VIEW_LABELS } from './quality-tables.ts';
import { MAIN_VIEWS, type ModelReport } from './report.ts';

/** Rare titles among themselves, and planned ones. */
export function otherViewsTable(models: readonly ModelReport[]): string {
	return markdownTable(
		['model', 'rare titles NDCG@100', 'rare titles R@20', 'planned titles NDCG@100'],
		models.map(({ label, views }) => [
			label,
			withInterval(views.rare.ndcg100),
			withInterval(views.rare.recall20),
			withInterval(views.planned.ndcg100),
		]),
	);
}

/** Recall by popularity third. */
export function thirdsTable(models: readonly ModelReport[]): string {
	const columns = MAIN_VIEWS.flatMap((view) =>
		POPULARITY_THIRDS.map((third) => ({ view, third, label: `${third} ${VIEW_LABELS[view]}` })),
	);
	return markdownTable(
		['model', ...columns.map(({ label }) => label)],
		models.map(({ label, thirds }) => [
			label,
			...columns.map(({ view, third }) => share(thirds[view][third].mean)),
		]),
	);
}

/** How much of the catalogue somebody is shown, and how little known it is. */
export function useTable(models: readonly ModelReport[]): string {
	const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
	return markdownTable(
		[
			'model',
			'coverage@10',
			'coverage@50',
			'novelty@10, bits',
			'coverage@10 new',
			'novelty@10 new, bits',
		],
		models.map(({ label, use }) => [
			label,
			percent(use.all.at10.coverage),
			percent(use.all.at50.coverage),
			use.all.at10.novelty.toFixed(2),
			percent(use.newFranchise.at10.coverage),
			use.newFranchise.at10.novelty.toFixed(2),
		]),
	);
}

/** Time of learning and of scoring. */
export function costTable(models: readonly ModelReport[]): string {
	return markdownTable(
		['model', 'learned or loaded in, s', 'a list scored in, ms'],
		models.map(({ label, preparationS, scoringMs }) => [
			label,
			preparationS.toFixed(1),
			scoringMs.toFixed(2),
		]),
	);
}
