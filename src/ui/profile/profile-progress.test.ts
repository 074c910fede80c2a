import { describe, expect, it } from 'vitest';
import type { ProfileAnalytics } from '#core/analytics/profile-analytics.ts';
import type { EngineResult } from '#ui/recommend/engine/ranking-engine.ts';
import { profileInsightsOf } from '#tests/support/profile-answer.ts';
import { ProfileProgress } from './profile-progress.svelte.ts';

const answerOf = (usedEntries: number): ProfileAnalytics => ({
	facts: null,
	insights: profileInsightsOf({ usedEntries }),
	anime: [],
});
const there = (usedEntries: number) =>
	Promise.resolve({ ok: true, answer: answerOf(usedEntries) } as const);

describe('insights on their way', () => {
	it('are there when they are there', async () => {
		const progress = new ProfileProgress();
		const following = progress.follow(there(3));
		expect(progress.state).toEqual({ insights: null, working: true, failure: null });
		await following;
		expect(progress.state).toMatchObject({ insights: { usedEntries: 3 }, working: false });
		expect(progress.answer?.insights?.usedEntries).toBe(3);
	});

	it('stay while others come, and when those fail', async () => {
		const progress = new ProfileProgress();
		await progress.follow(there(3));
		const following = progress.follow(Promise.resolve({ ok: false, reason: 'busy' }));
		expect(progress.state).toMatchObject({ insights: { usedEntries: 3 }, working: true });
		await following;
		expect(progress.state).toMatchObject({
			insights: { usedEntries: 3 },
			working: false,
			failure: 'busy',
		});
	});

	it('are those of the newest question, whatever comes last', async () => {
		const progress = new ProfileProgress();
		let late: (result: EngineResult<ProfileAnalytics>) => void = () => undefined;
		const first = progress.follow(new Promise((resolve) => (late = resolve)));
		await progress.follow(there(4));
		late({ ok: true, answer: answerOf(3) });
		await first;
		expect(progress.state.insights?.usedEntries).toBe(4);
	});

	it('are missing where the stream breaks off', async () => {
		const progress = new ProfileProgress();
		await progress.follow(Promise.reject(new Error('gone')));
		expect(progress.state).toEqual({ insights: null, working: false, failure: 'server' });
	});
});
