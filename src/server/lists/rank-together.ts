import {
	groupOfLists,
	type GroupOfLists,
	type MemberList,
} from '#core/rank/group/group-of-lists.ts';
import type { ComparedLists, CompareRequest, Pair } from '#core/rank/compare/comparison.ts';
import type { GroupRequest } from '#core/rank/group/group.ts';
import type { RankingOutcome } from '#server/ranking/ranking-outcome.ts';
import { gatherLists, type WantedList } from './gather-lists.ts';
import type { UserRecommender } from './recommend-for-user.ts';

/** {@link GroupRequest} before the lists are here. */
export type GroupQuery = Omit<GroupRequest, 'members'> & {
	readonly members: readonly WantedList[];
};

/** {@link CompareRequest} before the lists are here. */
export type CompareQuery = Omit<CompareRequest, 'lists'> & { readonly lists: Pair<WantedList> };

/**
 * Gets the lists of a group and ranks for all that could be had.
 *
 * @throws whatever the ranking threw, which is a bug
 */
export async function rankForGroup(
	{ lists, ranking, now }: UserRecommender,
	query: GroupQuery,
	signal: AbortSignal,
): Promise<RankingOutcome<GroupOfLists>> {
	const gathered = await gatherLists(lists, query.members, now, signal);
	const members = gathered.map(({ entries }) => entries);
	const outcome = await ranking.ask('group', { ...query, members }, signal);
	return outcome.ok ? { ok: true, answer: groupOfLists(outcome.answer, gathered) } : outcome;
}

/**
 * Gets two lists and holds them against each other.
 *
 * @throws whatever the ranking threw, which is a bug
 */
export async function compareUsers(
	{ lists, ranking, now }: UserRecommender,
	query: CompareQuery,
	signal: AbortSignal,
): Promise<RankingOutcome<ComparedLists>> {
	const [a, b] = await gatherLists(lists, query.lists, now, signal);
	if (a === undefined || b === undefined) throw new Error('Two lists were asked for.');
	const told = [a, b].map(({ list, failure }) => ({ list, failure })) as [MemberList, MemberList]; // of two
	if (a.failure || b.failure) return { ok: true, answer: { lists: told, comparison: null } };
	const outcome = await ranking.ask('compare', { ...query, lists: [a.entries, b.entries] }, signal);
	return outcome.ok ? { ok: true, answer: { lists: told, comparison: outcome.answer } } : outcome;
}
