/** Time as code that waits sees it; tests bring a clock of their own. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves after `ms`, or as soon as `signal` aborts; never rejects. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine’s clock. */
export const systemClock: Clock = {
	now: () => Date.now(),
	sleep(ms, signal) {
		const { promise, resolve } = Promise.withResolvers<void>();
		if (signal?.aborted === true) return Promise.resolve();
		const wake = () => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', wake);
			resolve();
		};
		const timer = setTimeout(wake, ms);
		signal?.addEventListener('abort', wake);
		return promise;
	},
};
