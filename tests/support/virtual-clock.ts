import type { Clock } from '#server/clock.ts';

interface Sleeper {
	readonly at: number;
	readonly wake: () => void;
}

/** A clock that stands still until a test moves it. */
export class VirtualClock implements Clock {
	#now = Date.UTC(2026, 10, 1);
	readonly #sleepers = new Set<Sleeper>();

	now(): number {
		return this.#now;
	}

	/** Those who sleep. */
	get sleepers(): number {
		return this.#sleepers.size;
	}

	sleep(ms: number, signal?: AbortSignal): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		if (signal?.aborted === true) return Promise.resolve();
		const wake = () => {
			this.#sleepers.delete(sleeper);
			signal?.removeEventListener('abort', wake);
			resolve();
		};
		const sleeper = { at: this.#now + ms, wake };
		this.#sleepers.add(sleeper);
		signal?.addEventListener('abort', wake);
		return promise;
	}

	/** Lets everything run that waits for nothing but other promises. */
	async settle(): Promise<void> {
		// Streams hand over by macrotasks now and then; some rounds are plenty for bodies in memory.
		for (let round = 0; round < 8; round++) {
			await new Promise((resolve) => setImmediate(resolve));
		}
	}

	/** Moves on by so much, waking sleepers one after the other in the order of their times. */
	async advance(ms: number): Promise<void> {
		const end = this.#now + ms;
		await this.settle();
		for (let next = this.#next(); next && next.at <= end; next = this.#next()) {
			await this.#wake(next);
		}
		this.#now = end;
	}

	/** Moves on for as long as the promise needs. */
	async run<T>(promise: Promise<T>): Promise<T> {
		const state = { settled: false };
		const finish = () => void (state.settled = true);
		promise.then(finish, finish);
		await this.settle();
		for (let next = this.#next(); !state.settled && next; next = this.#next()) {
			await this.#wake(next);
		}
		if (!state.settled) throw new Error('This waits for something that no clock brings.');
		return promise;
	}

	#next(): Sleeper | undefined {
		return [...this.#sleepers].sort((a, b) => a.at - b.at)[0];
	}

	async #wake(sleeper: Sleeper): Promise<void> {
		this.#now = Math.max(this.#now, sleeper.at);
		sleeper.wake();
		await this.settle();
	}
}
