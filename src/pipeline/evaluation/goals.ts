import { share } from './estimate-text.ts';
import type { EvaluationReport } from './evaluation-report.ts';
import { markdownTable } from './markdown-table.ts';

/** What the served model must reach, what it should, and how such a number reads. */
interface Target {
	readonly label: string;
	readonly floor: number;
	readonly goal: number;
	readonly text: (value: number) => string;
	/** What was measured; undefined where it was not. */
	readonly reached: (report: EvaluationReport) => number | undefined;
	/** Errors are better when they are smaller. */
	readonly smaller?: true;
}

const times = (value: number) => `${value.toFixed(2)} ×`;
const percent = (value: number) =>
	`${value < 0 ? '−' : '+'}${(Math.abs(value) * 100).toFixed(1)} %`;

const served = (report: EvaluationReport) =>
	report.models.find(({ name }) => name === report.served);
const servedCold = (report: EvaluationReport) =>
	report.cold?.targets.withheld.models.find(({ name }) => name === report.served);

const TARGETS: readonly Target[] = [
	{
		label: 'NDCG@100 all',
		floor: 0.622,
		goal: 0.645,
		text: share,
		reached: (report) => served(report)?.views.all.ndcg100.mean,
	},
	{
		label: 'NDCG@100 new franchise',
		floor: 0.45,
		goal: 0.475,
		text: share,
		reached: (report) => served(report)?.views.newFranchise.ndcg100.mean,
	},
	{
		label: 'P@10 new franchise',
		floor: 0.273,
		goal: 0.29,
		text: share,
		reached: (report) => served(report)?.views.newFranchise.precision10.mean,
	},
	{
		label: 'MAE of scores, points of 10',
		floor: 0.875,
		goal: 0.83,
		text: share,
		reached: ({ ratings, served }) =>
			ratings.find(({ name }) => name === served)?.meanAbsoluteError.mean,
		smaller: true,
	},
	{
		label: 'NDCG@100 rare titles',
		floor: 0.436,
		goal: 0.49,
		text: share,
		reached: (report) => served(report)?.views.rare.ndcg100.mean,
	},
	{
		label: 'cold titles against random order',
		floor: 5,
		goal: 8,
		text: times,
		reached: (report) => servedCold(report)?.timesRandom,
	},
	{
		label: 'cold titles against content kNN',
		floor: 0.15,
		goal: 0.4,
		text: percent,
		reached: (report) => servedCold(report)?.gain ?? undefined,
	},
	{
		label: 'planned titles against EASE, tuned',
		floor: 0,
		goal: 0.15,
		text: percent,
		reached: plannedGain,
	},
];

function plannedGain(report: EvaluationReport): number | undefined {
	const base = report.models.find(({ name }) => name === report.reference)?.planned.ndcg100.mean;
	const own = served(report)?.planned.ndcg100.mean;
	return base === undefined || own === undefined || base === 0 ? undefined : own / base - 1;
}

/** Floors and goals of the served model beside what this very run measured. */
export function goalTable(report: EvaluationReport): string {
	return markdownTable(
		['of the served model', 'floor', 'goal', 'reached', 'verdict'],
		TARGETS.map((target) => {
			const { label, floor, goal, text } = target;
			const value = target.reached(report);
			const reached = value === undefined ? '' : text(value);
			return [label, text(floor), text(goal), reached, verdict(target, value)];
		}),
	);
}

function verdict({ floor, goal, smaller }: Target, value: number | undefined): string {
	if (value === undefined) return 'not measured';
	const reaches = (bound: number) => (smaller ? value <= bound : value >= bound);
	if (reaches(goal)) return 'goal reached';
	return reaches(floor) ? 'floor holds' : '**below the floor**';
}
