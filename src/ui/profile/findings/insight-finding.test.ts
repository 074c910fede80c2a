import { describe, expect, it } from 'vitest';
import type { ProfileInsights } from '#core/analytics/profile-analytics.ts';
import { clusterOf, leftOut, profileInsightsOf } from '#tests/support/profile-answer.ts';
import { insightFinding } from './insight-finding.ts';

const told = (changes: Partial<ProfileInsights>) =>
	insightFinding(profileInsightsOf(changes), (malId) => `Title ${malId}`);

describe('the finding of the model', () => {
	it('is that there is none, of a list that it knows nothing of', () => {
		expect(told({})).toMatchObject({
			text: 'Sprout can’t say more of so short a list.',
			unusual: 0,
		});
	});

	it('is a surprise', () => {
		const surprising = [leftOut({ malId: 5, score: 30, predicted: 81, difference: -51 })];
		expect(told({ surprising })).toMatchObject({
			malId: 5,
			text: 'You gave it 3; the rest of your list says 8.1.',
			section: 'ratings',
			unusual: 51 / 60,
		});
		expect(told({ surprising: [leftOut({ difference: 10 })] }).topic).toBe('Sprout');
	});

	it('is of no title that something was said of already', () => {
		const surprising = [leftOut({ malId: 5, score: 30, predicted: 81, difference: -51 })];
		const insights = profileInsightsOf({ surprising });
		const [said] = [insightFinding(insights, String)];
		expect(insightFinding(insights, String, [said]).topic).toBe('Sprout');
	});

	it('is an entry that much hangs on', () => {
		const impactful = [leftOut({ malId: 5, impact: 0.2 }), leftOut({}), leftOut({})];
		expect(told({ impactful })).toMatchObject({
			malId: 5,
			text: '20\u202f% of what moves your recommendations is this one title.',
			unusual: 0.8,
		});
		// Of two entries each has about a half.
		expect(told({ impactful: impactful.slice(0, 2) }).topic).toBe('Sprout');
	});

	it('is the number of tastes', () => {
		const clusters = {
			groups: [clusterOf({ count: 28 }), clusterOf({})],
			ungrouped: 3,
		};
		expect(told({ clusters })).toMatchObject({
			malId: null,
			text: 'Your list falls into 2 tastes.',
			note: 'The largest: Sports, with 28 titles.',
			section: 'groups',
		});
	});

	it('is how well scores are guessed', () => {
		const scores = {
			count: 120,
			error: 8,
			baselineError: 12,
			gain: { value: 4, low: 2, high: 6 },
			calibration: [],
			slope: 1,
		};
		expect(told({ knowledge: { folds: 5, scores, titles: null } })).toMatchObject({
			text: 'Sprout guesses your scores to within 0.8 points.',
			note: 'A plain guess misses by 1.2 points.',
			unusual: expect.closeTo(2 / 3),
		});
	});
});
