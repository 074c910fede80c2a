import type { RecommendationAnswer } from '#core/rank/answer.ts';
import type { RankingEngine, RankingResult } from './ranking-engine.ts';

/** Path of the ranking service; documented for everyone, used by the page as by others. */
const ENDPOINT = '/api/v1/recommendations';

export interface RemoteEngineOptions {
	/** The transport; tests hand in their own. */
	readonly fetch: typeof fetch;
}

/** Asks the server. The list goes along in the body and is not kept there. */
export function createRemoteEngine({ fetch }: RemoteEngineOptions): RankingEngine {
	return {
		async recommend(request, signal) {
			try {
				const response = await fetch(ENDPOINT, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(request),
					...(signal ? { signal } : {}),
				});
				if (!response.ok) return refusal(response.status);
				const answer: unknown = await response.json();
				return isAnswer(answer) ? { ok: true, answer } : { ok: false, reason: 'server' };
			} catch (error) {
				// Only a body that is no JSON is a fault of the server; all else is a lost connection.
				return { ok: false, reason: error instanceof SyntaxError ? 'server' : 'offline' };
			}
		},
	};
}

function refusal(status: number): RankingResult {
	return { ok: false, reason: status === 429 || status === 503 ? 'busy' : 'server' };
}

/**
 * The answer comes from our own service, built from the same commit. A shape check of the outside is enough
 * to tell it from the page of a proxy or a captive portal.
 */
function isAnswer(value: unknown): value is RecommendationAnswer {
	return (
		typeof value === 'object' &&
		value !== null &&
		'page' in value &&
		'anime' in value &&
		Array.isArray(value.anime)
	);
}
