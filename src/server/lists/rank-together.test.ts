import { describe, expect, it } from 'vitest';
import type { CompareRequest, Comparison } from '#core/rank/compare/comparison.ts';
import type { GroupRequest } from '#core/rank/group/group.ts';
import { groupRequest } from '#tests/support/group-request.ts';
import { memoryLists, siteEntry } from '#tests/support/memory-lists.ts';
import { scriptedRanking } from '#tests/support/scripted-ranking.ts';
import { compareUsers, rankForGroup } from './rank-together.ts';

const NOW = 1_000_000;
const { signal } = new AbortController();
const lists = memoryLists({
	'anilist/ann': { entries: [siteEntry(1, 80)], unresolved: 2, fetchedAt: NOW - 90_000 },
	'kitsu/bo': { ok: false, reason: 'rate-limited', retryAfterS: 9 },
});
const ann = { site: 'anilist', name: 'ann' } as const;
const bo = { site: 'kitsu', name: 'bo' } as const;
const own = { entries: [{ malId: 7, score: 50, status: 'completed' }] } as const;
const annsEntries = [{ malId: 1, score: 80, status: 'completed' }];
const list = { entries: 1, unresolved: 2, ageMs: 90_000 };
const failure = { ok: false, reason: 'rate-limited', retryAfterS: 9 };
const now = () => NOW;

describe('rankForGroup', () => {
	it('ranks for the lists that could be had, and tells of each what became of it', async () => {
		const asked: GroupRequest[] = [];
		const ranking = scriptedRanking({
			group(request) {
				asked.push(request);
				const members = request.members.map(() => ({ usedEntries: 1, rough: true }));
				return { ok: true, answer: { total: 0, offset: 0, items: [], members, anime: [] } };
			},
		});
		const query = { ...groupRequest([]), fairness: 0.8, members: [ann, own, bo] };
		const outcome = await rankForGroup({ lists, ranking, now }, query, signal);
		expect(asked).toEqual([{ ...query, members: [annsEntries, own.entries, []] }]);
		expect(outcome.ok && outcome.answer.members).toEqual([
			{ usedEntries: 1, rough: true, list, failure: null },
			{ usedEntries: 1, rough: true, list: null, failure: null },
			{ usedEntries: 1, rough: true, list: null, failure },
		]);
	});

	it('hands on that there is no time', async () => {
		const ranking = scriptedRanking({ group: () => ({ ok: false, reason: 'busy' }) });
		const query = { ...groupRequest([]), members: [ann] };
		expect(await rankForGroup({ lists, ranking, now }, query, signal)).toEqual({
			ok: false,
			reason: 'busy',
		});
	});
});

describe('compareUsers', () => {
	const {
		members: _members,
		fairness: _fairness,
		seenBy: _seenBy,
		offset: _offset,
		...shared
	} = groupRequest([]);

	it('compares two lists that are there', async () => {
		const asked: CompareRequest[] = [];
		const comparison = { bothSeen: 0 } as Comparison; // only handed on
		const ranking = scriptedRanking({
			compare(request) {
				asked.push(request);
				return { ok: true, answer: comparison };
			},
		});
		const outcome = await compareUsers(
			{ lists, ranking, now },
			{ ...shared, lists: [own, ann] },
			signal,
		);
		expect(asked).toEqual([{ ...shared, lists: [own.entries, annsEntries] }]);
		expect(outcome).toEqual({
			ok: true,
			answer: {
				lists: [
					{ list: null, failure: null },
					{ list, failure: null },
				],
				comparison,
			},
		});
	});

	it('compares nothing where one is missing, and says which', async () => {
		const ranking = scriptedRanking({});
		const outcome = await compareUsers(
			{ lists, ranking, now },
			{ ...shared, lists: [ann, bo] },
			signal,
		);
		expect(outcome).toMatchObject({
			ok: true,
			answer: { comparison: null, lists: [{ list }, { failure }] },
		});
	});
});
