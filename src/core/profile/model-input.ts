import type { ModelInput } from '../model/recommender.ts';
import type { ListEntry } from './list-entry.ts';

/** How the visitor felt about a title, judged by the same numbers that weigh it. */
export type EntryReason = 'liked' | 'disliked' | 'watched' | 'dropped';

/** Mean of all scored entries of the training lists, in points of 100. */
const USUAL_MEAN = 75;

/**
 * Scored entries that {@link USUAL_MEAN} counts for: a list with few scores says little about how
 * strictly its owner judges, and a single "bad" must not become its own yardstick.
 */
const USUAL_MEAN_ENTRIES = 5;

/**
 * Weight over distance from the owner's mean, in points of 100, linear between the points. Having
 * watched something speaks for its kin nearly whatever the score: on whole lists plain presence ranks
 * what else is on them best, but a slope ranks higher what its owner likes (docs/decisions/0007).
 */
const WEIGHT_CURVE: readonly (readonly [distance: number, weight: number])[] = [
	[-40, -0.3],
	[-30, 0],
	[-15, 0.9],
	[0, 1],
	[20, 1.15],
];

/** Weight of what was watched and not scored. */
const UNSCORED_WEIGHT = 1;

/** A dropped title speaks against its kin, however it was scored; rarely enough to cost nothing. */
const DROPPED_WEIGHT = -0.2;

/** Scores this little below the mean still count as liked: most scores lie close to the mean. */
const LIKED_MARGIN = 5;

/** Nobody says "because you liked" of a title scored below this. */
const LEAST_LIKED_SCORE = 60;

/**
 * Mean score of a list, drawn towards the usual mean while it has few scores; 1–100.
 *
 * Planned titles count too where they are scored: whoever scores them has an opinion.
 */
export function profileMean(entries: readonly ListEntry[]): number {
	let sum = USUAL_MEAN * USUAL_MEAN_ENTRIES;
	let count = USUAL_MEAN_ENTRIES;
	for (const { score } of entries) {
		if (score === null) continue;
		sum += score;
		count += 1;
	}
	return sum / count;
}

/**
 * How much an entry counts as evidence, −0.3 to 1.15: about 1 for what was watched, below 0 for what
 * was dropped or clearly disliked, 0 for planned titles.
 *
 * Never falls when the score rises. A list without scores, or with the same score everywhere, comes
 * down to presence.
 *
 * @param mean {@link profileMean} of the list that the entry belongs to
 */
export function entryWeight({ score, status }: Omit<ListEntry, 'malId'>, mean: number): number {
	if (status === 'plan-to-watch') return 0;
	const weight = score === null ? UNSCORED_WEIGHT : weightAt(score - mean);
	return status === 'dropped' ? Math.min(DROPPED_WEIGHT, weight) : weight;
}

function weightAt(distance: number): number {
	let [left, low] = WEIGHT_CURVE[0] ?? [0, 1];
	if (distance <= left) return low;
	for (const [right, high] of WEIGHT_CURVE) {
		if (distance <= right) return low + ((high - low) * (distance - left)) / (right - left);
		[left, low] = [right, high];
	}
	return low;
}

/**
 * What an explanation may say of an entry: "disliked" and "dropped" exactly where its weight is
 * below 0, so the words never contradict the sum.
 */
export function contributionReason(
	{ score, status }: Omit<ListEntry, 'malId'>,
	mean: number,
): EntryReason {
	if (status === 'dropped') return 'dropped';
	if (score === null) return 'watched';
	if (weightAt(score - mean) < 0) return 'disliked';
	return score >= Math.max(LEAST_LIKED_SCORE, mean - LIKED_MARGIN) ? 'liked' : 'watched';
}

/** {@link contributionReason} of every entry, by MyAnimeList id. */
export function contributionReasons(
	entries: readonly ListEntry[],
): ReadonlyMap<number, EntryReason> {
	const mean = profileMean(entries);
	return new Map(entries.map((entry) => [entry.malId, contributionReason(entry, mean)]));
}

/**
 * A list as a model reads it: entries that the model knows, but for planned titles and such that
 * count for nothing. Of two entries of one title the last counts.
 *
 * @param positions item of every MyAnimeList id that the model knows
 */
export function modelInput(
	entries: readonly ListEntry[],
	positions: ReadonlyMap<number, number>,
): ModelInput {
	const mean = profileMean(entries);
	const weights = new Map<number, number>();
	for (const entry of entries) {
		const item = positions.get(entry.malId);
		if (item === undefined) continue;
		const weight = entryWeight(entry, mean);
		if (weight === 0) weights.delete(item);
		else weights.set(item, weight);
	}
	const items = Int32Array.from(weights.keys()).sort();
	return { items, weights: Float32Array.from(items, (item) => weights.get(item) ?? 0) };
}
