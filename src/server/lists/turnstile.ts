import { ABORTED, unlessAborted } from '#server/unless-aborted.ts';

/** Lets a few in at once; the others wait in the order they came, and beyond a bound nobody waits. */
export class Turnstile {
	readonly #mostInside: number;
	readonly #mostWaiting: number;
	#inside = 0;
	readonly #waiting: (() => void)[] = [];

	constructor(mostInside: number, mostWaiting: number) {
		this.#mostInside = mostInside;
		this.#mostWaiting = mostWaiting;
	}

	/** Resolves to `in` when it is one's turn: call {@link leave} afterwards. */
	async enter(signal: AbortSignal): Promise<'in' | 'full' | 'cancelled'> {
		if (signal.aborted) return 'cancelled';
		if (this.#inside < this.#mostInside) {
			this.#inside++;
			return 'in';
		}
		if (this.#waiting.length >= this.#mostWaiting) return 'full';
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#waiting.push(resolve);
		if ((await unlessAborted(promise, signal)) !== ABORTED) return 'in';
		const place = this.#waiting.indexOf(resolve);
		// Let in and called off in the same moment: the next one may go.
		if (place < 0) this.leave();
		else this.#waiting.splice(place, 1);
		return 'cancelled';
	}

	leave(): void {
		const next = this.#waiting.shift();
		// Whoever is let in takes the place of whoever leaves.
		if (next) next();
		else this.#inside--;
	}
}
