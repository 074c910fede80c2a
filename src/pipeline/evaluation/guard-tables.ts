import { POPULARITY_THIRDS } from '#core/metrics/popularity-thirds.ts';
import { difference, share, withInterval } from './estimate-text.ts';
import { markdownTable } from './markdown-table.ts';
import { VIEW_LABELS } from './quality-tables.ts';
import { DIVERSITY_DEPTH, MAIN_VIEWS, type ModelReport } from './report.ts';

/** Rare titles among themselves, and planned ones. */
export function otherViewsTable(models: readonly ModelReport[]): string {
	return markdownTable(
		[
			'model',
			'rare NDCG@100',
			'rare R@20',
			'planned NDCG@100, this split',
			'planned NDCG@100, both splits',
			'against the reference',
		],
		models.map(({ label, views, planned }) => [
			label,
			withInterval(views.rare.ndcg100),
			withInterval(views.rare.recall20),
			withInterval(views.planned.ndcg100),
			withInterval(planned.ndcg100),
			planned.difference === null ? '' : difference(planned.difference),
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
			`diversity@${DIVERSITY_DEPTH}`,
			`diversity@${DIVERSITY_DEPTH} new`,
		],
		models.map(({ label, use, diversity }) => [
			label,
			percent(use.all.at10.coverage),
			percent(use.all.at50.coverage),
			use.all.at10.novelty.toFixed(2),
			percent(use.newFranchise.at10.coverage),
			use.newFranchise.at10.novelty.toFixed(2),
			share(diversity.all.mean),
			share(diversity.newFranchise.mean),
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
