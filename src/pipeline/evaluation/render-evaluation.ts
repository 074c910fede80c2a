import type { EvaluationReport } from './evaluation-report.ts';
import { costTable, otherViewsTable, thirdsTable, useTable } from './guard-tables.ts';
import { differenceTable, intervalTable, mainTable } from './quality-tables.ts';
import { THIRD_DEPTH } from './report.ts';
import { MIN_PLANNED, RARE_USERS } from './views.ts';

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
		`The baselines learned from the lists of ${data.trainUsers} users (20 to 1,500 entries), Sprout from those of ${data.sproutTrainUsers} (5 entries and more). All are measured on ${data.users} others (\`${data.split}\`) who were not learned from, on a full ranking of ${data.items} titles. Intervals: ${Math.round(bootstrap.level * 100)} % bootstrap over users, ${bootstrap.resamples} resamples, seed ${bootstrap.seed}.`,
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
		`Rare: titles with ${RARE_USERS.min} to ${RARE_USERS.max} training users, ranked among themselves (${counts?.rare.ndcg100.count ?? 0} users). Planned: what users with ${MIN_PLANNED} or more planned titles want to watch (${counts?.planned.ndcg100.count ?? 0} users: a rough check).`,
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
