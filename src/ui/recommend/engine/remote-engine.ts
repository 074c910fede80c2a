import type {
	ProfileAnalytics,
	ProfilePart,
	ProfileRequest,
} from '#core/analytics/profile-analytics.ts';
import type { SiteListSummary, SiteUser } from '#core/profile/site-user.ts';
import type { RecommendationAnswer, SimilarAnswer } from '#core/rank/answer.ts';
import type { LanesAnswer } from '#core/rank/lanes/lane.ts';
import type { WatchOrder } from '#core/rank/watch-order.ts';
import {
	SIMILAR_SHOWN,
	type EngineResult,
	type RankingEngine,
	type RankingRefusal,
} from './ranking-engine.ts';

/** Root of the service; documented for everyone, used by the page as by others. */
export const API = '/api/v1';

export interface RemoteEngineOptions {
	/** The transport; tests hand in their own. */
	readonly fetch: typeof fetch;
}

/** Asks the server. The list goes along in the body and is not kept there. */
export function createRemoteEngine({ fetch }: RemoteEngineOptions): RankingEngine {
	return {
		recommend: (request, signal) =>
			ask(fetch, '/recommendations', isRecommendation, posting(request, signal)),
		lanes: (request, signal) => ask(fetch, '/lanes', isLanes, posting(request, signal)),
		similar: (malId) => askSimilar(fetch, malId),
		watchOrder: (malId) => ask(fetch, `/anime/${malId}/franchise`, isWatchOrder),
	};
}

export interface UserEngineOptions extends RemoteEngineOptions {
	readonly user: SiteUser;
	/** Told of the list that an answer was made from: it may have been read anew. */
	readonly onlist: (list: SiteListSummary) => void;
}

/** Asks the server about a list that it gets from its site by itself; entries of a request only add to it. */
export function createUserEngine({ fetch, user, onlist }: UserEngineOptions): RankingEngine {
	const base = userPath(user);
	return {
		async recommend({ entries, ...others }, signal) {
			const query = entries.length > 0 ? { entries, ...others } : others;
			const result = await ask(
				fetch,
				`${base}/recommendations`,
				isUserAnswer,
				posting(query, signal),
			);
			if (!result.ok) return result;
			onlist(result.answer.list);
			return result;
		},
		async lanes({ entries, ...others }, signal) {
			const query = entries.length > 0 ? { entries, ...others } : others;
			const result = await ask(fetch, `${base}/lanes`, isUserLanes, posting(query, signal));
			if (result.ok) onlist(result.answer.list);
			return result;
		},
		similar: (malId) => askSimilar(fetch, malId),
		watchOrder: (malId) => ask(fetch, `${base}/anime/${malId}/franchise`, isWatchOrder),
	};
}

/** What a list says, asked of the server; the list goes along in the body and is not kept there. */
export function askProfile(
	transport: typeof fetch,
	request: ProfileRequest,
	signal?: AbortSignal,
): Promise<EngineResult<ProfileAnalytics>> {
	return ask(transport, '/profile', isProfile, posting(request, signal));
}

/** What the list of a user says, which the server gets from its site by itself. */
export function askUserProfile(
	transport: typeof fetch,
	user: SiteUser,
	parts: readonly ProfilePart[],
	signal?: AbortSignal,
): Promise<EngineResult<ProfileAnalytics & { readonly list: SiteListSummary }>> {
	const path = `${userPath(user)}/profile?parts=${parts.join(',')}`;
	return ask(transport, path, isUserProfile, signal ? { signal } : {});
}

function userPath({ site, name }: SiteUser): string {
	return `/users/${site}/${encodeURIComponent(name)}`;
}

/** Asks one call of the API. */
export async function ask<Answer>(
	transport: typeof fetch,
	path: string,
	isAnswer: (value: unknown) => value is Answer,
	init?: RequestInit,
): Promise<{ readonly ok: true; readonly answer: Answer } | RankingRefusal> {
	try {
		const response = await transport(API + path, init);
		if (!response.ok) return refusal(response.status);
		const answer: unknown = await response.json();
		return isAnswer(answer) ? { ok: true, answer } : { ok: false, reason: 'server' };
	} catch (error) {
		// Only a body that is no JSON is a fault of the server; all else is a lost connection.
		return { ok: false, reason: error instanceof SyntaxError ? 'server' : 'offline' };
	}
}

function askSimilar(transport: typeof fetch, malId: number) {
	return ask(transport, `/anime/${malId}/similar?limit=${SIMILAR_SHOWN}`, isSimilar);
}

/** A body that is sent as JSON. */
export function posting(body: object, signal?: AbortSignal): RequestInit {
	return {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
		...(signal ? { signal } : {}),
	};
}

/** What statuses say of a list that is read by name: no such user any more, private, empty, off, site down. */
const LIST_STATUSES = new Set([403, 404, 422, 501, 502]);

/** What a status means for whoever asked. */
export function refusal(status: number): RankingRefusal {
	if (LIST_STATUSES.has(status)) return { ok: false, reason: 'list' };
	return { ok: false, reason: status === 429 || status === 503 ? 'busy' : 'server' };
}

/*
 * Answers come from our own service, built from the same commit. A shape check of the outside is enough to
 * tell them from the page of a proxy or a captive portal.
 */

function isRecommendation(value: unknown): value is RecommendationAnswer {
	return hasAnime(value) && 'page' in value;
}

function isUserAnswer(
	value: unknown,
): value is RecommendationAnswer & { readonly list: SiteListSummary } {
	return isRecommendation(value) && 'list' in value;
}

function isLanes(value: unknown): value is LanesAnswer {
	return hasAnime(value) && 'lanes' in value && Array.isArray(value.lanes);
}

function isUserLanes(value: unknown): value is LanesAnswer & { readonly list: SiteListSummary } {
	return isLanes(value) && 'list' in value;
}

function isProfile(value: unknown): value is ProfileAnalytics {
	return hasAnime(value) && 'facts' in value && 'insights' in value;
}

function isUserProfile(
	value: unknown,
): value is ProfileAnalytics & { readonly list: SiteListSummary } {
	return isProfile(value) && 'list' in value;
}

function isSimilar(value: unknown): value is SimilarAnswer {
	return hasAnime(value) && 'items' in value && Array.isArray(value.items);
}

function isWatchOrder(value: unknown): value is WatchOrder {
	return hasAnime(value) && 'start' in value && 'items' in value && Array.isArray(value.items);
}

/** Whether an answer tells facts of titles, as all do. */
export function hasAnime(value: unknown): value is { readonly anime: readonly unknown[] } {
	return (
		typeof value === 'object' && value !== null && 'anime' in value && Array.isArray(value.anime)
	);
}
