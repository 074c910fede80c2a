import type { ListEntry } from '#core/profile/list-entry.ts';
import type { ScoreFormat } from '#core/profile/score-format.ts';
import type { SiteListFailure } from '#core/profile/site-list.ts';
import { REFRESH_AFTER_MS, type SiteListSummary, type SiteUser } from '#core/profile/site-user.ts';
import type { RecommendationAnswer } from '#core/rank/answer.ts';
import type { LanesAnswer, LanesRequest } from '#core/rank/lanes/lane.ts';
import type { AnswerOf, RequestOf } from '#core/rank/ranking-questions.ts';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import type { RankingFailure } from '#server/ranking/ranking-outcome.ts';
import type { RankingService } from '#server/ranking/ranking-service.ts';
import type { DatedList, ListService } from './list-service.ts';
import { bareEntries, summaryOf } from './summary.ts';

/** The list that was ranked and what came of it, or who of the two failed. */
export type UserOutcome<Answer = RecommendationAnswer> =
	| { readonly ok: true; readonly list: SiteListSummary; readonly answer: Answer }
	| { readonly ok: false; readonly at: 'list'; readonly failure: SiteListFailure }
	| { readonly ok: false; readonly at: 'ranking'; readonly reason: RankingFailure };

/** The parts that this takes. */
export interface UserRecommender {
	readonly lists: ListService;
	readonly ranking: Pick<RankingService, 'ask'>;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

/**
 * Gets somebody's list, from the store while it is fresh, and ranks for it.
 *
 * @param query its entries are what the list does not know yet, see {@link withAdded}
 * @throws whatever the ranking threw, which is a bug
 */
export function recommendForUser(
	parts: UserRecommender,
	user: SiteUser,
	query: RecommendationRequest,
	signal: AbortSignal,
): Promise<UserOutcome> {
	return askForUser(parts, 'recommend', user, query, signal);
}

/** The same for lanes. */
export function lanesForUser(
	parts: UserRecommender,
	user: SiteUser,
	query: LanesRequest,
	signal: AbortSignal,
): Promise<UserOutcome<LanesAnswer>> {
	return askForUser(parts, 'lanes', user, query, signal);
}

async function askForUser<Name extends 'recommend' | 'lanes'>(
	{ lists, ranking, now }: UserRecommender,
	name: Name,
	user: SiteUser,
	query: RequestOf<Name>,
	signal: AbortSignal,
): Promise<UserOutcome<AnswerOf<Name>>> {
	const outcome = await lists.get({ ...user, signal });
	if (!outcome.ok) return { ok: false, at: 'list', failure: outcome };
	const scoreFormat = formatOf(user, outcome.list);
	const request = {
		...query,
		entries: withAdded(bareEntries(outcome.list), query.entries),
		...(scoreFormat && { scoreFormat }),
	};
	const ranked = await ranking.ask(name, request, signal);
	if (!ranked.ok) return { ok: false, at: 'ranking', reason: ranked.reason };
	return { ok: true, list: summaryOf(outcome.list, now()), answer: ranked.answer };
}

/** Only AniList has several scales; on the others all scores are out of 10, however they look. */
function formatOf({ site }: SiteUser, { scoreFormat }: DatedList): ScoreFormat | undefined {
	return site === 'anilist' ? scoreFormat : 'points-10';
}

/** A list with what a visitor knows beyond it. What its site says of a title wins, but for plans that were carried out. */
function withAdded(entries: readonly ListEntry[], added: readonly ListEntry[]): ListEntry[] {
	if (added.length === 0) return [...entries];
	const byId = new Map(entries.map((entry) => [entry.malId, entry]));
	for (const entry of added) {
		const known = byId.get(entry.malId);
		const isCarriedOut = known?.status === 'plan-to-watch' && entry.status !== 'plan-to-watch';
		if (known === undefined || isCarriedOut) byId.set(entry.malId, entry);
	}
	return [...byId.values()];
}

/** What became of the wish for a new list: it is here; it came just before; its site did not give it. */
export type RefreshResult = 'done' | 'early' | 'failed';

/** Asks the site of a user for the list anew. */
export async function refreshList(
	{ lists, now }: Pick<UserRecommender, 'lists' | 'now'>,
	user: SiteUser,
	signal: AbortSignal,
): Promise<RefreshResult> {
	const askedAt = now();
	const outcome = await lists.get({ ...user, refresh: true, signal });
	if (!outcome.ok) return 'failed';
	// The service gives what it has where that is too young to ask again.
	const { fetchedAt } = outcome.list;
	return fetchedAt < askedAt && askedAt - fetchedAt < REFRESH_AFTER_MS ? 'early' : 'done';
}
