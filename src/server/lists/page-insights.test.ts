import { describe, expect, it } from 'vitest';
import { profileInsightsOf } from '#tests/support/profile-answer.ts';
import { pageInsights } from './page-insights.ts';

const answer = { facts: null, insights: profileInsightsOf(), anime: [] };

describe('what comes after a page', () => {
	it('is the answer alone', async () => {
		const list = { entries: 3, unresolved: 0, ageMs: 0 };
		const described = { ok: true, list, answer } as const;
		expect(await pageInsights(Promise.resolve(described))).toEqual({ ok: true, answer });
	});

	it.each([
		[{ ok: false, reason: 'busy' }, 'busy'],
		[{ ok: false, at: 'ranking', reason: 'busy' }, 'busy'],
		[{ ok: false, at: 'ranking', reason: 'timeout' }, 'server'],
		[{ ok: false, reason: 'cancelled' }, 'server'],
		[{ ok: false, at: 'list', failure: { ok: false, reason: 'private-list' } }, 'list'],
	] as const)('or why there is none: %j', async (outcome, reason) => {
		expect(await pageInsights(Promise.resolve(outcome))).toEqual({ ok: false, reason });
	});
});
