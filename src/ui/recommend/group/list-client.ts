import { LIST_STATUSES, type ListEntry } from '#core/profile/list-entry.ts';
import type { SiteListFailure } from '#core/profile/site-list.ts';
import type { SiteListSummary, SiteUser } from '#core/profile/site-user.ts';
import { API, refusal } from '../engine/remote-engine.ts';
import type { RankingRefusal } from '../engine/ranking-engine.ts';

/** A public list, or why there is none, or why nothing can be said. */
export type FetchedList =
	| {
			readonly kind: 'list';
			readonly list: SiteListSummary;
			readonly entries: readonly ListEntry[];
	  }
	| { readonly kind: 'failure'; readonly failure: SiteListFailure }
	| { readonly kind: 'refusal'; readonly refusal: RankingRefusal };

/** Gets the public list of a user, so that it can be ranked here beside one that never leaves the device. */
export async function fetchList(
	transport: typeof fetch,
	{ site, name }: SiteUser,
	signal?: AbortSignal,
): Promise<FetchedList> {
	try {
		const address = `${API}/users/${site}/${encodeURIComponent(name)}/list`;
		const response = await transport(address, signal ? { signal } : {});
		const answer: unknown = await response.json();
		if (response.ok && isList(answer)) return { kind: 'list', ...answer };
		const failure = failureOf(answer, response.headers);
		if (!response.ok && failure) return { kind: 'failure', failure };
		return { kind: 'refusal', refusal: refusal(response.ok ? 500 : response.status) };
	} catch (error) {
		const reason = error instanceof SyntaxError ? 'server' : 'offline';
		return { kind: 'refusal', refusal: { ok: false, reason } };
	}
}

/** Reasons of a site, as codes of errors say them. */
const REASONS = [
	'no-such-user',
	'private-list',
	'empty-list',
	'source-down',
	'source-changed',
	'source-off',
	'invalid-name',
	'cancelled',
] as const satisfies readonly SiteListFailure['reason'][];

function failureOf(answer: unknown, headers: Headers): SiteListFailure | null {
	if (!isRecord(answer) || !isRecord(answer.error)) return null;
	const { code } = answer.error;
	if (code === 'rate-limited') {
		return { ok: false, reason: code, retryAfterS: Number(headers.get('retry-after') ?? 0) || 1 };
	}
	const reason = REASONS.find((one) => one === code);
	return reason === undefined ? null : { ok: false, reason };
}

/* Answers come from our own service: the shape of the outside tells them from the page of a proxy. */
function isList(
	value: unknown,
): value is { readonly list: SiteListSummary; readonly entries: readonly ListEntry[] } {
	return isRecord(value) && isRecord(value.list) && Array.isArray(value.entries)
		? value.entries.every(
				(entry) => isRecord(entry) && LIST_STATUSES.some((one) => one === entry.status),
			)
		: false;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
