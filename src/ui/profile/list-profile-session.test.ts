import { describe, expect, it } from 'vitest';
import type { ProfileAnalytics, ProfileRequest } from '#core/analytics/profile-analytics.ts';
import type { EngineResult } from '#ui/recommend/engine/ranking-engine.ts';
import { profileFactsOf, profileInsightsOf } from '#tests/support/profile-answer.ts';
import { ListProfileSession } from './list-profile-session.svelte.ts';

const ENTRIES = [{ malId: 1, score: 80, status: 'completed' }] as const;
const FACTS: ProfileAnalytics = { facts: profileFactsOf(), insights: null, anime: [] };
const INSIGHTS: ProfileAnalytics = { facts: null, insights: profileInsightsOf(), anime: [] };
const OFFLINE = { ok: false, reason: 'offline' } as const;

/** A session whose engine gives these answers one after the other. */
function sessionOver(...answers: EngineResult<ProfileAnalytics>[]) {
	const asked: ProfileRequest[] = [];
	const engine = {
		async profile(request: ProfileRequest) {
			asked.push(request);
			return answers.shift() ?? OFFLINE;
		},
		close: () => undefined,
	};
	return { asked, session: new ListProfileSession(engine, ENTRIES) };
}

describe('the profile of a list on the device', () => {
	it('has its facts first', async () => {
		const { asked, session } = sessionOver(
			{ ok: true, answer: FACTS },
			{ ok: true, answer: INSIGHTS },
		);
		expect(session.facts).toBeNull();
		await session.open();
		expect(asked).toEqual([
			{ entries: ENTRIES, parts: ['facts'] },
			{ entries: ENTRIES, parts: ['insights'] },
		]);
		expect(session.facts).toBe(FACTS);
		expect(session.progress.answer).toBe(INSIGHTS);
	});

	it('says why there are none, and asks again', async () => {
		const { asked, session } = sessionOver(
			OFFLINE,
			{ ok: true, answer: FACTS },
			{ ok: true, answer: INSIGHTS },
		);
		await session.open();
		expect(session.failure).toBe('offline');
		expect(asked).toHaveLength(1);
		await session.open();
		expect(session.failure).toBeNull();
		expect(session.facts).toBe(FACTS);
	});

	it('does not ask for facts again that it has', async () => {
		const { asked, session } = sessionOver({ ok: true, answer: FACTS }, OFFLINE, {
			ok: true,
			answer: INSIGHTS,
		});
		await session.open();
		expect(session.progress.state.failure).toBe('offline');
		await session.open();
		expect(asked.map(({ parts }) => parts[0])).toEqual(['facts', 'insights', 'insights']);
		expect(session.progress.answer).toBe(INSIGHTS);
	});
});
