import type { RecommendationAnswer, SimilarAnswer } from '#core/rank/answer.ts';
import { SIMILAR_SHOWN, type RankingEngine, type RankingRefusal } from './ranking-engine.ts';

/** Root of the service; documented for everyone, used by the page as by others. */
const API = '/api/v1';

export interface RemoteEngineOptions {
	/** The transport; tests hand in their own. */
	readonly fetch: typeof fetch;
}

/** Asks the server. The list goes along in the body and is not kept there. */
export function createRemoteEngine({ fetch }: RemoteEngineOptions): RankingEngine {
	async function ask<Answer>(
		path: string,
		isAnswer: (value: unknown) => value is Answer,
		init?: RequestInit,
	): Promise<{ readonly ok: true; readonly answer: Answer } | RankingRefusal> {
		try {
			const response = await fetch(API + path, init);
			if (!response.ok) return refusal(response.status);
			const answer: unknown = await response.json();
			return isAnswer(answer) ? { ok: true, answer } : { ok: false, reason: 'server' };
		} catch (error) {
			// Only a body that is no JSON is a fault of the server; all else is a lost connection.
			return { ok: false, reason: error instanceof SyntaxError ? 'server' : 'offline' };
		}
	}
	return {
		recommend: (request, signal) =>
			ask('/recommendations', isRecommendation, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(request),
				...(signal ? { signal } : {}),
			}),
		similar: (malId) => ask(`/anime/${malId}/similar?limit=${SIMILAR_SHOWN}`, isSimilar),
	};
}

function refusal(status: number): RankingRefusal {
	return { ok: false, reason: status === 429 || status === 503 ? 'busy' : 'server' };
}

/*
 * Answers come from our own service, built from the same commit. A shape check of the outside is enough to
 * tell them from the page of a proxy or a captive portal.
 */

function isRecommendation(value: unknown): value is RecommendationAnswer {
	return hasAnime(value) && 'page' in value;
}

function isSimilar(value: unknown): value is SimilarAnswer {
	return hasAnime(value) && 'items' in value && Array.isArray(value.items);
}

function hasAnime(value: unknown): value is { readonly anime: readonly unknown[] } {
	return (
		typeof value === 'object' && value !== null && 'anime' in value && Array.isArray(value.anime)
	);
}
