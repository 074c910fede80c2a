import { bootstrap, mean, type BootstrapOptions, type Estimate } from '#core/metrics/bootstrap.ts';
import { createRng } from '#core/math/rng.ts';
import type { ColdTarget, FoldValues } from './evaluate-cold.ts';
import type { ColdValues, MeasuredCold, MeasuredTarget } from './measure-cold.ts';

/** What is said of one model's cold titles. */
export interface ColdModelReport {
	readonly name: string;
	readonly label: string;
	/** Mean over users of their means over folds. */
	readonly ndcg100: Estimate;
	/** Mean over users in each fold. */
	readonly folds: readonly number[];
	/** Mean as a multiple of that of random order. */
	readonly timesRandom: number;
	/** How much higher the mean is than that of the reference, 0.15 = 15 %; null for the reference. */
	readonly gain: number | null;
	/** This model less the reference, user by user; null for the reference. */
	readonly difference: Estimate | null;
}

/** All models for one kind of thing to find. */
export interface ColdTargetReport {
	/** Mean that random order is expected to have. */
	readonly random: number;
	readonly models: readonly ColdModelReport[];
}

/** The measurement of cold titles. */
export interface ColdReport {
	readonly titlesInFold: number;
	readonly targets: Readonly<Record<ColdTarget, ColdTargetReport>>;
}

type SeededBootstrap = BootstrapOptions & { readonly seed: number };

/** Turns values of single users into means with intervals, compared with random order and a reference. */
export function reportCold(
	{ titlesInFold, targets }: MeasuredCold,
	reference: string,
	options: SeededBootstrap,
): ColdReport {
	const report = (target: ColdTarget) => reportTarget(targets[target], reference, options);
	return { titlesInFold, targets: { withheld: report('withheld'), list: report('list') } };
}

function reportTarget(
	{ random, models }: MeasuredTarget,
	reference: string,
	options: SeededBootstrap,
): ColdTargetReport {
	const estimate = (values: readonly number[]) =>
		bootstrap(values, createRng(options.seed), options);
	const chance = mean(userMeans(random));
	const base = models.find(({ key }) => key === reference);
	const baseMeans = base && userMeans(base.folds);
	const report = ({ key, label, folds }: ColdValues): ColdModelReport => {
		const values = userMeans(folds);
		const against = baseMeans !== undefined && key !== reference ? baseMeans : null;
		return {
			name: key,
			label,
			ndcg100: estimate(values),
			folds: folds.map((fold) => mean([...fold.values()])),
			timesRandom: ratio(mean(values), chance),
			gain: against && ratio(mean(values), mean(against)) - 1,
			difference: against && estimate(values.map((value, at) => value - (against[at] ?? 0))),
		};
	};
	return { random: chance, models: models.map(report) };
}

/** Mean over the folds in which a user has a title, users ascending. */
function userMeans(folds: readonly FoldValues[]): number[] {
	const values = new Map<number, number[]>();
	for (const fold of folds) {
		for (const [user, value] of fold) values.set(user, [...(values.get(user) ?? []), value]);
	}
	return [...values].sort(([a], [b]) => a - b).map(([, own]) => mean(own));
}

function ratio(value: number, base: number): number {
	return base === 0 ? 0 : value / base;
}
