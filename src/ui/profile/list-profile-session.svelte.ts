import type { ProfileAnalytics, ProfileEntry } from '#core/analytics/profile-analytics.ts';
import type { LocalRankingEngine, RankingFailure } from '#ui/recommend/engine/ranking-engine.ts';
import { ProfileProgress } from './profile-progress.svelte.ts';

/** The profile of a list on this device: facts first, insights after them, both worked out here. */
export class ListProfileSession {
	readonly progress = new ProfileProgress();
	readonly #engine: Pick<LocalRankingEngine, 'profile' | 'close'>;
	readonly #entries: readonly ProfileEntry[];
	#facts = $state.raw<ProfileAnalytics | null>(null);
	#failure = $state<RankingFailure | null>(null);

	constructor(
		engine: Pick<LocalRankingEngine, 'profile' | 'close'>,
		entries: readonly ProfileEntry[],
	) {
		this.#engine = engine;
		this.#entries = entries;
	}

	/** Null until they are there. */
	get facts(): ProfileAnalytics | null {
		return this.#facts;
	}

	/** Why there are no facts. */
	get failure(): RankingFailure | null {
		return this.#failure;
	}

	/** Asks for what is not there yet. */
	async open(): Promise<void> {
		this.#failure = null;
		if (this.#facts === null) {
			const facts = await this.#engine.profile({ entries: this.#entries, parts: ['facts'] });
			if (!facts.ok) {
				this.#failure = facts.reason;
				return;
			}
			this.#facts = facts.answer;
		}
		await this.progress.follow(
			this.#engine.profile({ entries: this.#entries, parts: ['insights'] }),
		);
	}

	close(): void {
		this.#engine.close();
	}
}
