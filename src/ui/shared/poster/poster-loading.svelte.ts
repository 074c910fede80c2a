import { createContext } from 'svelte';

/** Failures in a row after which posters are given up for the session. */
const GIVE_UP_AFTER = 3;

export type PosterState = 'unknown' | 'reachable' | 'unreachable';

/** Whether an image can be had from its source; `false` for any failure. */
export type ProbeImage = (url: string) => Promise<boolean>;

/**
 * Decides whether posters are asked for at all. Where there is no network, a page of a hundred
 * posters would send a hundred requests that fail: so the first few go ahead one at a time, and
 * the others wait for what becomes of them behind their placeholder.
 */
export class PosterLoading {
	readonly #probe: ProbeImage;
	readonly #remember: (state: PosterState) => void;
	#state = $state<PosterState>('unknown');
	#failures = 0;
	#probing = false;
	readonly #waiting: string[] = [];

	constructor(initial: PosterState, probe: ProbeImage, remember: (state: PosterState) => void) {
		this.#state = initial;
		this.#probe = probe;
		this.#remember = remember;
	}

	get state(): PosterState {
		return this.#state;
	}

	/** A poster came into the page. Cheap to call for each of them. */
	request(url: string): void {
		if (this.#state !== 'unknown' || this.#waiting.length >= GIVE_UP_AFTER) return;
		this.#waiting.push(url);
		void this.#next();
	}

	/** A poster that was asked for came, or did not. */
	report(loaded: boolean): void {
		this.#failures = loaded ? 0 : this.#failures + 1;
		if (loaded) this.#settle('reachable');
		else if (this.#failures >= GIVE_UP_AFTER) this.#settle('unreachable');
	}

	async #next(): Promise<void> {
		const url = this.#waiting[this.#failures];
		if (this.#probing || url === undefined) return;
		this.#probing = true;
		this.report(await this.#probe(url));
		this.#probing = false;
		if (this.#state === 'unknown') await this.#next();
	}

	#settle(state: PosterState): void {
		if (state === this.#state) return;
		this.#state = state;
		this.#remember(state);
	}
}

export const [usePosterLoading, providePosterLoading] = createContext<PosterLoading>();
