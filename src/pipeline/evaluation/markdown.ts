import type { Estimate } from '#core/metrics/bootstrap.ts';
import { POPULARITY_THIRDS } from '#core/metrics/popularity-thirds.ts';
import type { MetricName } from './evaluate-recommender.ts';
import { MAIN_VIEWS, THIRD_DEPTH, type MainView, type ModelReport } from './report.ts';
import type { EvaluationReport } from './evaluation-report.ts';

const VIEW_LABELS: Record<MainView, string> = { all: 'all', newFranchise: 'new franchise' };
const MAIN_METRICS: readonly (readonly [MetricName, string])[] = [
	['ndcg100', 'NDCG@100'],
	['recall20', 'R@20'],
	['recall50', 'R@50'],
	['precision10', 'P@10'],
];

/** A share as `.6099`. */
function share(value: number): string {
	return value.toFixed(4).replace(/^(-?)0\./, '$1.');
}

function withInterval({ mean, low, high }: Estimate): string {
	return `${share(mean)} (${share(low)}–${share(high)})`;
}

/** A difference, in bold where its interval leaves zero out. */
function difference({ mean, low, high }: Estimate): string {
	const text = `${mean < 0 ? '−' : '+'}${share(Math.abs(mean))}`;
	const range = `${share(low).replace('-', '−')} to ${share(high).replace('-', '−')}`;
	return low > 0 || high < 0 ? `**${text}** (${range})` : `${text} (${range})`;
}

/** A Markdown table whose columns line up in plain text too; the first column is text, the others numbers. */
export function markdownTable(
	header: readonly string[],
	rows: readonly (readonly string[])[],
): string {
	const widths = header.map((name, column) =>
		Math.max(3, name.length, ...rows.map((row) => (row[column] ?? '').length)),
	);
	const line = (cells: readonly string[]) =>
		`| ${widths
			.map((width, column) =>
				column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width),
			)
			.join(' | ')} |`;
	const rule = widths.map((width, column) =>
		column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
	);
	return [line(header), line(rule), ...rows.map(line)].join('\n');
}

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

function intervalTable(models: readonly ModelReport[]): string {
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

function otherViewsTable(models: readonly ModelReport[]): string {
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

function thirdsTable(models: readonly ModelReport[]): string {
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

function useTable(models: readonly ModelReport[]): string {
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

function costTable(models: readonly ModelReport[]): string {
	return markdownTable(
		['model', 'learned or loaded in, s', 'a list scored in, ms'],
		models.map(({ label, preparationS, scoringMs }) => [
			label,
			preparationS.toFixed(1),
			scoringMs.toFixed(2),
		]),
	);
}

/** The whole report as a page. */
export function renderEvaluation(report: EvaluationReport): string {
	const { models, data, bootstrap, origin, reference } = report;
	const referenceLabel = models.find(({ name }) => name === reference)?.label ?? reference;
	const differences = differenceTable(models);
	const { head, mid, tail } = data.thirds;
	const counts = models[0]?.views;
	const paragraphs = [
		'# Evaluation',
		'Written by `npm run sprout -- evaluate`; do not edit. What is measured, and why so, stands in [decision 0006](decisions/0006-evaluation-protocol.md).',
		`Learned from ${data.trainUsers} users, measured on ${data.users} others (\`${data.split}\`) who were not learned from, on a full ranking of ${data.items} titles. Intervals: ${Math.round(bootstrap.level * 100)} % bootstrap over users, ${bootstrap.resamples} resamples, seed ${bootstrap.seed}.`,
		`Commit ${origin.commit}, ${origin.date}, Node ${origin.node}, ${origin.cores} cores of ${origin.processor}, ${origin.memoryGiB} GiB.`,
		'## Quality',
		mainTable(models),
		'*All* looks for every withheld entry. *New franchise* takes every franchise that the list touches out of ranking and target.',
		intervalTable(models),
		...(differences === ''
			? []
			: [
					`## Against ${referenceLabel}`,
					'Mean of the differences user by user; bold where the interval leaves zero out.',
					differences,
				]),
		'## Rare and planned titles',
		`Rare: titles with at most 50 training users, ranked among themselves (${counts?.rare.ndcg100.count ?? 0} users). Planned: what users with five or more planned titles want to watch (${counts?.planned.ndcg100.count ?? 0} users: a rough check).`,
		otherViewsTable(models),
		'## Head and tail',
		`R@${THIRD_DEPTH} of the withheld titles of each third of all training entries, in the full ranking: the head is ${head} titles, the middle ${mid}, the tail ${tail}.`,
		thirdsTable(models),
		'## Use of the catalogue',
		'Coverage: share of all titles that somebody is shown. Novelty: mean of −log₂ of the share of training users who know a shown title.',
		useTable(models),
		'## Cost',
		`One thread. The whole run never held more than ${report.peakMemoryMiB} MiB.`,
		costTable(models),
	];
	return `${paragraphs.join('\n\n')}\n`;
}
