import { createRng, type Rng } from '#core/math/rng.ts';
import type { Interactions } from '#learn/interactions.ts';
import { pickUsers } from '../dataset/training-interactions.ts';

/** How users are dealt into folds. */
export interface Folds {
	readonly seed: number;
	/** Number of folds, 1–255. */
	readonly count: number;
}

/** Which users a model does not learn from, so that its outputs for them are as for strangers. */
export interface FoldLeftOut extends Folds {
	/** 0 ≤ fold < count. */
	readonly fold: number;
}

/** Which fold each user of the lists belongs to. */
export function foldsOf({ userCount }: Interactions, { seed, count }: Folds): Uint8Array {
	return drawFolds(userCount, count, createRng(seed));
}

/**
 * Draws which fold each user belongs to, length userCount; the folds differ by one user at most.
 *
 * @param count number of folds, 1–255
 */
export function drawFolds(userCount: number, count: number, rng: Rng): Uint8Array {
	const folds = Uint8Array.from({ length: userCount }, (_, user) => user % count);
	for (let user = userCount - 1; user > 0; user--) {
		const other = rng.below(user + 1);
		[folds[user], folds[other]] = [folds[other] ?? 0, folds[user] ?? 0];
	}
	return folds;
}

/** The lists of all users but those of one fold: who is of it can be measured by what is learned from them. */
export function listsOutside(lists: Interactions, folds: Uint8Array, fold: number): Interactions {
	return pickUsers(lists, placesOutside(folds, fold));
}

/** Places of all users but those of one fold. */
export function placesOutside(folds: Uint8Array, fold: number): number[] {
	return Array.from(folds.keys()).filter((user) => folds[user] !== fold);
}
