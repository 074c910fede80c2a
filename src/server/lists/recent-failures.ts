import type { SiteListFailure } from '#core/profile/site-list.ts';
import type { Clock } from '#server/clock.ts';

/** How many are remembered, and for how long. */
export interface RecentFailuresLimits {
	readonly most: number;
	readonly lifetimeMs: number;
}

/** Failures that asking again at once would not change: a page that is loaded anew need not ask the site. */
export class RecentFailures {
	readonly #limits: RecentFailuresLimits;
	readonly #clock: Pick<Clock, 'now'>;
	/** In the order of their time. */
	readonly #failures = new Map<
		string,
		{ readonly failure: SiteListFailure; readonly at: number }
	>();

	constructor(limits: RecentFailuresLimits, clock: Pick<Clock, 'now'>) {
		this.#limits = limits;
		this.#clock = clock;
	}

	get(key: string): SiteListFailure | null {
		this.#forgetOld();
		return this.#failures.get(key)?.failure ?? null;
	}

	/** Remembers those that are about the user; what is about the site may be over in a moment. */
	note(key: string, failure: SiteListFailure): void {
		if (failure.reason !== 'no-such-user' && failure.reason !== 'private-list') return;
		this.#failures.delete(key);
		this.#failures.set(key, { failure, at: this.#clock.now() });
		this.#forgetOld();
	}

	forget(key: string): void {
		this.#failures.delete(key);
	}

	/** A name that failed stays in memory for no longer than it is of use. */
	#forgetOld(): void {
		const { most, lifetimeMs } = this.#limits;
		for (const [key, { at }] of this.#failures) {
			if (this.#failures.size <= most && this.#clock.now() - at < lifetimeMs) return;
			this.#failures.delete(key);
		}
	}
}
