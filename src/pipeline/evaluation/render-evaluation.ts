import { COLD_FOLDS } from './cold-folds.ts';
import type { ColdReport } from './cold-report.ts';
import { coldTable } from './cold-table.ts';
import type { ColdTarget } from './evaluate-cold.ts';
import { MIN_SCORED_INPUT } from './evaluate-ratings.ts';
import type { EvaluationReport } from './evaluation-report.ts';
import { goalTable } from './goals.ts';
import { costTable, otherViewsTable, thirdsTable, useTable } from './guard-tables.ts';
import { DATA_LIMITS, modelCard } from './model-card.ts';
import { plotsOf, shownRatings, type Plot } from './plots/report-plots.ts';
import { differenceTable, intervalTable, mainTable } from './quality-tables.ts';
import { calibrationTable, ratingTable } from './rating-tables.ts';
import { THIRD_DEPTH } from './report.ts';
import { MIN_PLANNED, RARE_USERS } from './views.ts';

/** The folder of a report's plots, beside it. */
export const PLOT_FOLDER = 'evaluation';

/** The whole report as a page; its plots lie in {@link PLOT_FOLDER} beside it. */
export function renderEvaluation(report: EvaluationReport): string {
	const plots = plotsOf(report);
	const paragraphs = [
		...introduction(report),
		'## Floors and goals',
		goalTable(report),
		'## Quality',
		image(plots.ndcg),
		mainTable(report.models),
		'*All* looks for every withheld entry. *New franchise* takes every franchise that the list touches out of ranking and target.',
		intervalTable(report.models),
		...comparison(report),
		...ratingSection(report, plots.calibration),
		...otherViews(report),
		...(report.cold === null ? [] : coldSection(report.cold)),
		...guards(report, plots.thirds),
		'## Honest limits of the data',
		DATA_LIMITS.join('\n'),
		'## Model card',
		modelCard(report),
		'## Cost',
		`One thread. The whole run never held more than ${report.peakMemoryMiB} MiB.`,
		costTable(report.models),
	];
	return `${paragraphs.join('\n\n')}\n`;
}

function image({ file, alt }: Plot): string {
	return `![${alt}](${PLOT_FOLDER}/${file})`;
}

function introduction({ data, bootstrap, origin }: EvaluationReport): string[] {
	return [
		'# Evaluation',
		'Written by `npm run sprout -- evaluate`; do not edit. What is measured, and why so, stands in [decision 0006](decisions/0006-evaluation-protocol.md).',
		`The baselines learned from the lists of ${data.trainUsers} users (20 to 1,500 entries), Sprout from those of ${data.sproutTrainUsers} (5 entries and more). All are measured on ${data.users} others (\`${data.split}\`) who were not learned from, on a full ranking of ${data.items} titles. Intervals: ${Math.round(bootstrap.level * 100)} % bootstrap over users, ${bootstrap.resamples} resamples, seed ${bootstrap.seed}.`,
		`Commit ${origin.commit}, ${origin.date}, Node ${origin.node}, ${origin.cores} cores of ${origin.processor}, ${origin.memoryGiB} GiB.`,
	];
}

function comparison({ models, reference }: EvaluationReport): string[] {
	const differences = differenceTable(models);
	if (differences === '') return [];
	const label = models.find(({ name }) => name === reference)?.label ?? reference;
	return [
		`## Against ${label}`,
		'Mean of the differences user by user; bold where the interval leaves zero out.',
		differences,
	];
}

function ratingSection(report: EvaluationReport, plot: Plot): string[] {
	const shown = shownRatings(report);
	if (shown === undefined) return [];
	const { entries, meanAbsoluteError, label } = shown;
	return [
		'## Predicted scores',
		`Mean absolute error in points of 10 over the ${entries} withheld entries with a score of the ${meanAbsoluteError.count} users who have ${MIN_SCORED_INPUT} or more scores in the input. The mean is over entries, the interval over users. Calibration error: mean distance between predicted and given score within bins of half a point.`,
		ratingTable(report.ratings),
		`What became of the predictions of “${label}”:`,
		calibrationTable(shown),
		image(plot),
	];
}

function otherViews({ models }: EvaluationReport): string[] {
	const views = models[0]?.views;
	const both = models[0]?.planned.ndcg100.count ?? 0;
	return [
		'## Rare and planned titles',
		`Rare: titles with ${RARE_USERS.min} to ${RARE_USERS.max} training users, ranked among themselves (${views?.rare.ndcg100.count ?? 0} users). Planned: what users with ${MIN_PLANNED} or more planned titles want to watch (${views?.planned.ndcg100.count ?? 0} users of this split, ${both} of \`validation\` and \`test\` together: a rough check). No setting is ever chosen on planned titles.`,
		otherViewsTable(models),
	];
}

function coldSection({ titlesInFold, targets }: ColdReport): string[] {
	const users = (target: ColdTarget) => targets[target].models[0]?.ndcg100.count ?? 0;
	return [
		'## Cold titles',
		`${COLD_FOLDS} times ${titlesInFold} titles, drawn evenly over popularity, each in one fold at most, are taken out of all lists: those that the model learns from and what it sees of the measured users. It is learned anew and ranks these titles alone, as far as a user can know them by date. NDCG@100, mean over users of their folds' mean. Random order: its expected value. Content kNN: cosine between a title's genres, themes, demographics, studios and source and their mean over the list.`,
		`Withheld entries to be found, as everywhere in this report; what else the user has of the fold is not ranked (${users('withheld')} users have one at least). Floors and goals are about this:`,
		coldTable(targets.withheld),
		`Everything to be found that the user has of the fold, for the model sees none of it (${users('list')} users). More to find makes random order better, so multiples of it are smaller:`,
		coldTable(targets.list),
	];
}

function guards({ models, data }: EvaluationReport, plot: Plot): string[] {
	const { head, mid, tail } = data.thirds;
	return [
		'## Head and tail',
		`R@${THIRD_DEPTH} of the withheld titles of each third of all training entries, in the full ranking: the head is ${head} titles, the middle ${mid}, the tail ${tail}.`,
		thirdsTable(models),
		image(plot),
		'## Use of the catalogue',
		'Coverage: share of all titles that somebody is shown. Novelty: mean of −log₂ of the share of training users who know a shown title. Diversity: mean over all pairs of a list of 1 − Jaccard of their genres, themes, demographics and studios.',
		useTable(models),
	];
}
