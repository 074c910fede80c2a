import type { Clock } from '#server/clock.ts';
import { unlessAborted } from '#server/unless-aborted.ts';

/** What a site allows. */
export interface RateLimit {
	readonly requests: number;
	readonly windowMs: number;
}

/** Leave to send one request, or how long it would take to get one. */
export type Turn =
	| { readonly ok: true }
	| { readonly ok: false; readonly reason: 'cancelled' }
	| { readonly ok: false; readonly reason: 'too-long'; readonly waitMs: number };

/**
 * Tokens for the requests to one site. Each comes back a whole window after it was used, so that no window of that
 * length, wherever it begins, sees more requests than there are tokens; a bucket that fills steadily would let
 * through up to twice as many.
 */
export class TokenBucket {
	readonly #clock: Clock;
	readonly #windowMs: number;
	/** When each token can be used, soonest first. */
	#freeAt: readonly number[];
	/** Nothing is sent before: the site said so. */
	#closedUntil = -Infinity;
	#waiting = 0;
	/** Resolves when the last in the queue has gone. */
	#queue: Promise<void> = Promise.resolve();

	constructor({ requests, windowMs }: RateLimit, clock: Clock) {
		this.#clock = clock;
		this.#windowMs = windowMs;
		this.#freeAt = Array.from({ length: requests }, () => -Infinity);
	}

	/**
	 * Waits for a token, in the order of asking.
	 *
	 * @param latest time after which a token is of no use any more: who could not have one by then is told at once
	 */
	async take(latest: number, signal: AbortSignal): Promise<Turn> {
		const expected = this.#expectedAt(this.#waiting);
		if (expected > latest) return this.#tooLong(expected);
		const { promise: gone, resolve: leave } = Promise.withResolvers<void>();
		const before = this.#queue;
		this.#queue = before.then(() => gone);
		this.#waiting++;
		try {
			await unlessAborted(before, signal);
			return await this.#takeFirst(latest, signal);
		} finally {
			this.#waiting--;
			leave();
		}
	}

	/**
	 * Takes a token for something that can do without, if one is free now, nobody waits, and `reserve` others are left.
	 */
	takeSpare(reserve: number): boolean {
		const now = this.#clock.now();
		if (this.#waiting > 0 || this.#closedUntil > now) return false;
		// The soonest come first.
		if ((this.#freeAt[reserve] ?? Infinity) > now) return false;
		this.#spend(1);
		return true;
	}

	/** The site lets nothing through before this time. */
	closeUntil(time: number): void {
		this.#closedUntil = Math.max(this.#closedUntil, time);
	}

	/** The site counts otherwise than this bucket: no more than so many requests are left in this window. */
	leave(requests: number): void {
		const now = this.#clock.now();
		const free = this.#freeAt.filter((at) => at <= now).length;
		if (free > requests) this.#spend(free - requests);
	}

	async #takeFirst(latest: number, signal: AbortSignal): Promise<Turn> {
		while (!signal.aborted) {
			const at = this.#expectedAt(0);
			if (at > latest) return this.#tooLong(at);
			const waitMs = at - this.#clock.now();
			if (waitMs <= 0) {
				this.#spend(1);
				return { ok: true };
			}
			// The site may have closed meanwhile, so the time is computed anew.
			await this.#clock.sleep(waitMs, signal);
		}
		return { ok: false, reason: 'cancelled' };
	}

	#spend(count: number): void {
		const back = this.#clock.now() + this.#windowMs;
		this.#freeAt = [...this.#freeAt.slice(count), ...Array.from({ length: count }, () => back)];
	}

	/** When somebody gets a token who has so many before them. */
	#expectedAt(ahead: number): number {
		const size = this.#freeAt.length;
		const soonest = this.#freeAt[ahead % size] ?? 0;
		const open = Math.max(soonest, this.#closedUntil, this.#clock.now());
		return open + Math.floor(ahead / size) * this.#windowMs;
	}

	#tooLong(at: number): Turn {
		return { ok: false, reason: 'too-long', waitMs: at - this.#clock.now() };
	}
}
