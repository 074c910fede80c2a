import { createRng, type Rng } from '#core/math/rng.ts';
import type { Interactions } from '../interactions.ts';

/** Odd and far from small: keeps the seeds of runs and epochs apart. */
const SEED_FACTOR = 0x9e3779b1;

/** The randomness of one epoch; −1 is that of the first weights. An epoch is the same however it is reached. */
export function rngOfEpoch(seed: number, epoch: number): Rng {
	return createRng(Math.imul(seed + 1, SEED_FACTOR) + epoch);
}

/** All users in a new order (Fisher & Yates). */
export function shuffledUsers(rng: Rng, count: number): Uint32Array {
	const users = Uint32Array.from({ length: count }, (_, user) => user);
	for (let last = count - 1; last > 0; last--) {
		const other = rng.below(last + 1);
		[users[last], users[other]] = [users[other] ?? 0, users[last] ?? 0];
	}
	return users;
}

/** Draws what each list hides: a share of its own, then each entry by itself. */
export function drawHidden(
	rng: Rng,
	{ userCount, offsets }: Interactions,
	[least, most]: readonly [number, number],
	hidden: Uint8Array,
): void {
	for (let user = 0; user < userCount; user++) {
		const share = least + (most - least) * rng.next();
		for (let at = offsets[user] ?? 0; at < (offsets[user + 1] ?? 0); at++) {
			hidden[at] = rng.next() < share ? 1 : 0;
		}
	}
}

/** Draws which titles speak for themselves (1) in a step. */
export function drawSilence(rng: Rng, dropout: number, itself: Uint8Array): void {
	for (let item = 0; item < itself.length; item++) itself[item] = rng.next() < dropout ? 0 : 1;
}
