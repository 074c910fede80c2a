import type { ListEntry } from './list-entry.ts';

/** Mean and spread of all scored entries of the training lists, in points of 100. */
const USUAL = { mean: 75, deviation: 14 } as const;

/**
 * Scored entries that the usual mean and spread count for: a list with few scores says little about how
 * its owner judges, and one without any is taken to judge as everybody does.
 */
const USUAL_ENTRIES = 5;

/** Part of a normalised score that is relative to its owner; the rest is absolute. */
const RELATIVE_PART = 0.5;

/** How the owner of a list uses the scale: all that is needed to normalise a score and to undo it. */
export interface ScoreNormalisation {
	/** Scored entries behind the numbers. */
	readonly count: number;
	/** Mean score in points of 100, drawn towards the usual mean while few entries are scored. */
	readonly mean: number;
	/** Standard deviation in points of 100, drawn towards the usual one likewise; never 0. */
	readonly deviation: number;
}

/**
 * How the owner of a list uses the scale. Planned titles don't count, dropped ones do; unscored entries say
 * nothing. Without a single score it is the usual scale.
 */
export function scoreNormalisation(
	entries: readonly Pick<ListEntry, 'score' | 'status'>[],
): ScoreNormalisation {
	let count = 0;
	let sum = 0;
	let squares = 0;
	for (const { score, status } of entries) {
		if (score === null || status === 'plan-to-watch') continue;
		count++;
		sum += score;
		squares += score * score;
	}
	return normalisationOf(count, sum, squares);
}

/** {@link scoreNormalisation} from the number of scores, their sum and the sum of their squares. */
export function normalisationOf(count: number, sum: number, squares: number): ScoreNormalisation {
	const weight = count + USUAL_ENTRIES;
	const mean = (sum + USUAL_ENTRIES * USUAL.mean) / weight;
	// Spread about the drawn mean: a list that lies wholly off the usual mean is not made narrow by it.
	const around = squares - 2 * mean * sum + count * mean * mean;
	const variance = (Math.max(0, around) + USUAL_ENTRIES * USUAL.deviation ** 2) / weight;
	return { count, mean, deviation: Math.sqrt(variance) };
}

/**
 * A score of 1–100 as models read and predict it, about −3 to 2: half how far it lies above the owner's
 * mean in the owner's standard deviations, half how far above the usual mean in usual ones. The one says
 * what the owner prefers, the other keeps a 90 from a generous and a strict owner comparable.
 */
export function normaliseScore(score: number, { mean, deviation }: ScoreNormalisation): number {
	return (
		(RELATIVE_PART * (score - mean)) / deviation +
		((1 - RELATIVE_PART) * (score - USUAL.mean)) / USUAL.deviation
	);
}

/** Inverse of {@link normaliseScore}: points of 100 on the owner's own scale, not rounded, not bounded. */
export function denormaliseScore(value: number, { mean, deviation }: ScoreNormalisation): number {
	const slope = RELATIVE_PART / deviation + (1 - RELATIVE_PART) / USUAL.deviation;
	const offset =
		(RELATIVE_PART * mean) / deviation + ((1 - RELATIVE_PART) * USUAL.mean) / USUAL.deviation;
	return (value + offset) / slope;
}
