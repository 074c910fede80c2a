import type { ModelInput } from '../model/recommender.ts';
import type { ListEntry } from './list-entry.ts';

/** How the visitor felt about a title. */
export type EntryReason = 'liked' | 'disliked' | 'watched' | 'dropped';

/** Mean of all scored entries of the training lists, in points of 100. */
const USUAL_MEAN = 75;

/**
 * Scored entries that {@link USUAL_MEAN} counts for: a list with few scores says little about how
 * strictly its owner judges, and a single "bad" must not become its own yardstick.
 */
const USUAL_MEAN_ENTRIES = 10;

/**
 * Weight over distance from the owner's mean, in points of 100, linear between the points. Having
 * watched something speaks for its kin nearly whatever the score: on whole lists plain presence ranks
 * what else is on them best, but a slope ranks higher what its owner likes (docs/decisions/0007).
 */
const WEIGHT_CURVE = [
	[-45, -0.3],
	[-35, 0],
	[-20, 0.9],
	[0, 1],
	[20, 1.15],
] as const satisfies readonly (readonly [distance: number, weight: number])[];

/** Weight of what was watched and not scored. */
const UNSCORED_WEIGHT = 1;

/** A dropped title speaks against its kin, however it was scored; rarely enough to cost nothing. */
const DROPPED_WEIGHT = -0.2;

/** Scores this little below the mean still count as liked: most scores lie close to the mean. */
const LIKED_MARGIN = 5;

/** Nobody says "because you liked" of a title scored below this. */
const LEAST_LIKED_SCORE = 60;

/** How the owner of a list judges: what a single score is held against. */
export interface ProfileScale {
	/** Mean score, drawn towards the usual mean while few entries are scored; 1–100. */
	readonly mean: number;
	/**
	 * What distances from the mean are multiplied by: 1.5 for a single score, near 1 for a long list. A long
	 * list is what its owner chose to watch, whatever came of it; of a handful of titles that
	 * somebody was asked about, the score is most of what is known.
	 */
	readonly stretch: number;
}

/** The scale of a list: of all its scored entries, planned ones included, for they are opinions too. */
export function profileScale(entries: readonly Pick<ListEntry, 'score'>[]): ProfileScale {
	const scores = entries.map(({ score }) => score).filter((score) => score !== null);
	const sum = scores.reduce((total, score) => total + score, USUAL_MEAN * USUAL_MEAN_ENTRIES);
	return {
		mean: sum / (scores.length + USUAL_MEAN_ENTRIES),
		stretch: 1 + 1 / (scores.length + 1),
	};
}

/**
 * How much an entry counts as evidence, −0.3 to 1.15: about 1 for what was watched, below 0 for what
 * was dropped or clearly disliked, 0 for planned titles.
 *
 * Never falls when the score rises. A list without scores, or with the same score everywhere, comes
 * down to presence.
 */
export function entryWeight({ score, status }: Judged, scale: ProfileScale): number {
	if (status === 'plan-to-watch') return 0;
	const weight = score === null ? UNSCORED_WEIGHT : weightOf(score, scale);
	return status === 'dropped' ? Math.min(DROPPED_WEIGHT, weight) : weight;
}

type Judged = Pick<ListEntry, 'score' | 'status'>;

/** Linear between the points of {@link WEIGHT_CURVE}, level beyond its ends. */
function weightOf(score: number, { mean, stretch }: ProfileScale): number {
	const distance = (score - mean) * stretch;
	let [left, low]: readonly [number, number] = WEIGHT_CURVE[0];
	if (distance <= left) return low;
	for (const [right, high] of WEIGHT_CURVE) {
		if (distance <= right) return low + ((high - low) * (distance - left)) / (right - left);
		[left, low] = [right, high];
	}
	return low;
}

/**
 * What an explanation says of an entry, by the entry alone: whether it speaks for or against a title is
 * what the model makes of it, see `Contribution.sign`.
 */
export function contributionReason({ score, status }: Judged, scale: ProfileScale): EntryReason {
	if (status === 'dropped') return 'dropped';
	if (score === null) return 'watched';
	if (weightOf(score, scale) < 0) return 'disliked';
	return score >= Math.max(LEAST_LIKED_SCORE, scale.mean - LIKED_MARGIN) ? 'liked' : 'watched';
}

/** {@link contributionReason} of every entry, by MyAnimeList id. */
export function contributionReasons(
	entries: readonly ListEntry[],
): ReadonlyMap<number, EntryReason> {
	const scale = profileScale(entries);
	return new Map(entries.map((entry) => [entry.malId, contributionReason(entry, scale)]));
}

/**
 * A list as a model reads it: entries that the model knows, but for planned titles. Of two entries of one
 * title the last counts.
 *
 * @param positions item of every MyAnimeList id that the model knows
 */
export function modelInput(
	entries: readonly ListEntry[],
	positions: ReadonlyMap<number, number>,
): ModelInput {
	const scale = profileScale(entries);
	const read = new Map<number, { entry: ListEntry; weight: number }>();
	for (const entry of entries) {
		const item = positions.get(entry.malId);
		if (item === undefined) continue;
		if (entry.status === 'plan-to-watch') read.delete(item);
		else read.set(item, { entry, weight: entryWeight(entry, scale) });
	}
	const items = Int32Array.from(read.keys()).sort();
	const weights = new Float32Array(items.length);
	const scores = new Uint8Array(items.length);
	const shunned = new Uint8Array(items.length);
	for (let k = 0; k < items.length; k++) {
		const found = read.get(items[k] ?? -1);
		if (!found) continue;
		weights[k] = found.weight;
		scores[k] = found.entry.score ?? 0;
		shunned[k] = isShunned(found.entry) ? 1 : 0;
	}
	return { items, weights, scores, shunned };
}

function isShunned({ status }: ListEntry): boolean {
	return status === 'dropped' || status === 'on-hold';
}
