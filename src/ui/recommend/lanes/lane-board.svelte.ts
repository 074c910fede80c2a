import type { Lane } from '#core/rank/lanes/lane.ts';
import type { LanesResult, RankingFailure } from '../engine/ranking-engine.ts';

/** Asks for the lanes that fit what the page shows now. */
export type AskForLanes = (signal: AbortSignal) => Promise<LanesResult>;

/** The lanes that a page shows: they stay until their successors are there, and an overtaken answer is dropped. */
export class LaneBoard {
	readonly #ask: AskForLanes;
	#lanes = $state.raw<readonly Lane[] | null>(null);
	#failure = $state<RankingFailure | null>(null);
	#loading = $state(false);
	#asking: AbortController | null = null;

	constructor(ask: AskForLanes) {
		this.#ask = ask;
	}

	/** Null before the first answer. */
	get lanes(): readonly Lane[] | null {
		return this.#lanes;
	}

	get loading(): boolean {
		return this.#loading;
	}

	get failure(): RankingFailure | null {
		return this.#failure;
	}

	async refresh(): Promise<void> {
		this.#asking?.abort();
		const asking = new AbortController();
		this.#asking = asking;
		this.#loading = true;
		const result = await this.#ask(asking.signal);
		if (this.#asking !== asking) return;
		this.#loading = false;
		if (result.ok) this.#lanes = result.answer.lanes;
		this.#failure = result.ok ? null : result.reason;
	}

	/** Nobody looks any more. */
	close(): void {
		this.#asking?.abort();
		this.#asking = null;
	}
}
