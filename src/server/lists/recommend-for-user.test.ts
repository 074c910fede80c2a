import { describe, expect, it } from 'vitest';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import type { RankingOutcome } from '#server/ranking/ranking-outcome.ts';
import type { RecommendationAnswer } from '#core/rank/answer.ts';
import { memoryLists, siteEntry } from '#tests/support/memory-lists.ts';
import { recommendationRequest } from '#tests/support/recommendation-request.ts';
import { scriptedRanking } from '#tests/support/scripted-ranking.ts';
import { recommendForUser, refreshList } from './recommend-for-user.ts';

const NOW = 1_000_000;
const { signal } = new AbortController();
const ann = { site: 'anilist', name: 'ann' } as const;
const list = { entries: [siteEntry(1, 80)], unresolved: 2, fetchedAt: NOW - 90_000 };
const query = recommendationRequest({ limit: 5 });
const answer: RecommendationAnswer = {
	page: { total: 0, offset: 0, items: [], usedEntries: 1, rough: true, unknownEntries: [] },
	anime: [],
};

function rankingThat(outcome: RankingOutcome<RecommendationAnswer>) {
	const asked: RecommendationRequest[] = [];
	return {
		asked,
		...scriptedRanking({
			recommend(request) {
				asked.push(request);
				return outcome;
			},
		}),
	};
}

describe('recommendations for a user name', () => {
	it('ranks the list and tells its size and age', async () => {
		const ranking = rankingThat({ ok: true, answer });
		const parts = { lists: memoryLists({ 'anilist/ann': list }), ranking, now: () => NOW };
		expect(await recommendForUser(parts, ann, query, signal)).toEqual({
			ok: true,
			list: { entries: 1, unresolved: 2, ageMs: 90_000 },
			answer,
		});
		expect(ranking.asked).toEqual([
			{ ...query, entries: [{ malId: 1, score: 80, status: 'completed' }] },
		]);
	});

	it('hands on what the list was scored on: AniList’s word, out of 10 elsewhere', async () => {
		const ranking = rankingThat({ ok: true, answer });
		const starred = { ...list, scoreFormat: 'stars-5' as const };
		const lists = memoryLists({ 'anilist/ann': starred, 'mal/ann': starred });
		const parts = { lists, ranking, now: () => NOW };
		await recommendForUser(parts, ann, query, signal);
		await recommendForUser(parts, { site: 'mal', name: 'ann' }, query, signal);
		expect(ranking.asked.map(({ scoreFormat }) => scoreFormat)).toEqual(['stars-5', 'points-10']);
	});

	it('adds what the list does not know, and believes the list but for its plans', async () => {
		const ranking = rankingThat({ ok: true, answer });
		const planned = { ...siteEntry(2, null), status: 'plan-to-watch' as const };
		const lists = memoryLists({ 'anilist/ann': { ...list, entries: [siteEntry(1, 80), planned] } });
		const entries = [
			{ malId: 1, score: 10, status: 'completed' as const },
			{ malId: 2, score: 70, status: 'completed' as const },
			{ malId: 3, score: null, status: 'completed' as const },
		];
		const outcome = await recommendForUser(
			{ lists, ranking, now: () => NOW },
			ann,
			{ ...query, entries },
			signal,
		);
		expect(outcome).toMatchObject({ ok: true, list: { entries: 2 } });
		expect(ranking.asked[0]?.entries).toEqual([
			{ malId: 1, score: 80, status: 'completed' },
			{ malId: 2, score: 70, status: 'completed' },
			{ malId: 3, score: null, status: 'completed' },
		]);
	});

	it('says whether the list or the ranking failed, and ranks nothing without a list', async () => {
		const ranking = rankingThat({ ok: false, reason: 'busy' });
		const lists = memoryLists({
			'anilist/ann': list,
			'anilist/bob': { ok: false, reason: 'rate-limited', retryAfterS: 7 },
		});
		const parts = { lists, ranking, now: () => NOW };
		const bob = { site: 'anilist', name: 'bob' } as const;
		expect(await recommendForUser(parts, bob, query, signal)).toEqual({
			ok: false,
			at: 'list',
			failure: { ok: false, reason: 'rate-limited', retryAfterS: 7 },
		});
		expect(ranking.asked).toEqual([]);
		expect(await recommendForUser(parts, ann, query, signal)).toEqual({
			ok: false,
			at: 'ranking',
			reason: 'busy',
		});
	});
});

describe('refreshing a list', () => {
	const refreshing = (lists: ReturnType<typeof memoryLists>) =>
		refreshList({ lists, now: () => NOW }, ann, signal);

	it('goes past the cache', async () => {
		const lists = memoryLists(
			{ 'anilist/ann': list },
			{ 'anilist/ann': { ...list, fetchedAt: NOW } },
		);
		expect(await refreshing(lists)).toBe('done');
		expect(lists.asked[0]).toMatchObject({ site: 'anilist', name: 'ann', refresh: true });
	});

	it('says when the list came within the last minute', async () => {
		const young = { ...list, fetchedAt: NOW - 59_999 };
		expect(await refreshing(memoryLists({ 'anilist/ann': young }))).toBe('early');
	});

	it('says when the site did not give it', async () => {
		expect(await refreshing(memoryLists({}))).toBe('failed');
	});
});
