/** Tries that are made by themselves: a site that goes on refusing is left alone. */
export const MOST_RETRIES = 5;

export interface RetryCountdownOptions {
	/** Seconds to wait, to show before it counts. */
	readonly waitS: number;
	/** Asks for the page again. */
	readonly retry: () => void;
	/** Milliseconds of any monotonic clock. */
	readonly now: () => number;
	/** Runs something every second until the function that it returns is called. */
	readonly everySecond: (tick: () => void) => () => void;
}

/** Counts down the wait that a site asked for and then, if the visitor agreed, tries again. */
export class RetryCountdown {
	readonly #options: RetryCountdownOptions;
	#leftS = $state(0);
	#agreed = $state(false);
	#retries = $state(0);
	#stop: (() => void) | null = null;

	constructor(options: RetryCountdownOptions) {
		this.#options = options;
		this.#leftS = options.waitS;
	}

	/** Seconds left; 0 when it may be tried again. */
	get leftS(): number {
		return this.#leftS;
	}

	/** Whether it will be tried again without the visitor. */
	get automatic(): boolean {
		return this.#agreed && this.#retries < MOST_RETRIES;
	}

	/** Whether it was tried so often that the visitor has to decide anew. */
	get exhausted(): boolean {
		return this.#agreed && this.#retries >= MOST_RETRIES;
	}

	/** Starts counting, anew where it counts already. */
	start(waitS: number): void {
		this.stop();
		const end = this.#options.now() + waitS * 1_000;
		const tick = () => {
			this.#leftS = Math.max(0, Math.ceil((end - this.#options.now()) / 1_000));
			if (this.#leftS > 0) return;
			this.stop();
			if (!this.automatic) return;
			this.#retries++;
			this.#options.retry();
		};
		this.#stop = this.#options.everySecond(tick);
		tick();
	}

	stop(): void {
		this.#stop?.();
		this.#stop = null;
	}

	/** The visitor wants it to be tried again as soon as it may be, or no longer. */
	agree(wanted: boolean): void {
		this.#agreed = wanted;
		this.#retries = 0;
	}

	/** Once, because the visitor says so. */
	retryNow(): void {
		this.agree(false);
		this.#options.retry();
	}
}
