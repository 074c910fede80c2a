import type { ProfileAnalytics } from '#core/analytics/profile-analytics.ts';
import type { EngineResult } from '#ui/recommend/engine/ranking-engine.ts';
import { NO_INSIGHTS_YET, type InsightsState } from './insights-state.ts';

/** Follows insights on their way: the newest question counts, and the last answer stays until the next is there. */
export class ProfileProgress {
	#state = $state.raw<InsightsState>(NO_INSIGHTS_YET);
	#answer = $state.raw<ProfileAnalytics | null>(null);
	#newest = 0;

	get state(): InsightsState {
		return this.#state;
	}

	/** The newest answer, for its titles. */
	get answer(): ProfileAnalytics | null {
		return this.#answer;
	}

	/** @param coming never rejects for what a visitor can meet; what else it throws counts as a fault of the server */
	async follow(coming: Promise<EngineResult<ProfileAnalytics>>): Promise<void> {
		const number = ++this.#newest;
		this.#state = { ...this.#state, working: true, failure: null };
		const result = await coming.catch(() => ({ ok: false, reason: 'server' }) as const);
		if (number !== this.#newest) return;
		if (result.ok) {
			this.#answer = result.answer;
			this.#state = { insights: result.answer.insights, working: false, failure: null };
		} else {
			this.#state = { ...this.#state, working: false, failure: result.reason };
		}
	}
}
