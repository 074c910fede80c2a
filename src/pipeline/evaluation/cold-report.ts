import { bootstrap, mean, type BootstrapOptions, type Estimate } from '#core/metrics/bootstrap.ts';
import { createRng } from '#core/math/rng.ts';
import type { FoldValues } from './evaluate-cold.ts';
import type { ColdValues, MeasuredCold } from './measure-cold.ts';

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

/** The measurement of cold titles. */
export interface ColdReport {
	readonly titlesInFold: number;
	readonly random: number;
	readonly models: readonly ColdModelReport[];
}

/** Turns values of single users into means with intervals, compared with random order and a reference. */
export function reportCold(
	{ titlesInFold, random, models }: MeasuredCold,
	reference: string,
	options: BootstrapOptions & { readonly seed: number },
): ColdReport {
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
	return { titlesInFold, random: chance, models: models.map(report) };
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
