import { describe, expect, it } from 'vitest';
import type { ProfileAnalytics, ProfileRequest } from '#core/analytics/profile-analytics.ts';
import { memoryLists, siteEntry } from '#tests/support/memory-lists.ts';
import { scriptedRanking } from '#tests/support/scripted-ranking.ts';
import { describeUser } from './describe-user.ts';

const NOW = 1_000_000;
const { signal } = new AbortController();
const ann = { site: 'anilist', name: 'ann' } as const;
const lists = memoryLists({
	'anilist/ann': { entries: [siteEntry(1, 80)], unresolved: 2, fetchedAt: NOW - 90_000 },
});
const answer: ProfileAnalytics = { facts: null, insights: null, anime: [] };

describe('what the list of a user says', () => {
	it('is asked with the episodes watched, and comes with size and age of the list', async () => {
		const asked: ProfileRequest[] = [];
		const ranking = scriptedRanking({
			profile(request) {
				asked.push(request);
				return { ok: true, answer };
			},
		});
		const parts = { lists, ranking, now: () => NOW };
		expect(await describeUser(parts, ann, ['facts'], signal)).toEqual({
			ok: true,
			list: { entries: 1, unresolved: 2, ageMs: 90_000 },
			answer,
		});
		const entry = { malId: 1, score: 80, status: 'completed', progress: 12, rewatches: 0 };
		expect(asked).toEqual([{ entries: [entry], parts: ['facts'] }]);
	});

	it('tells who failed', async () => {
		const busy = scriptedRanking({ profile: () => ({ ok: false, reason: 'busy' }) });
		const parts = { lists, ranking: busy, now: () => NOW };
		expect(await describeUser(parts, ann, ['facts'], signal)).toEqual({
			ok: false,
			at: 'ranking',
			reason: 'busy',
		});
		const bob = { ...ann, name: 'bob' };
		expect(await describeUser(parts, bob, ['facts'], signal)).toMatchObject({
			ok: false,
			at: 'list',
			failure: { reason: 'no-such-user' },
		});
	});
});
