import { describe, expect, it } from 'vitest';
import {
	leftOut,
	opinionOf,
	profileFactsOf,
	profileInsightsOf,
} from '#tests/support/profile-answer.ts';
import { allFindings } from './all-findings.ts';

describe('the findings of a page', () => {
	const facts = profileFactsOf({ opinions: [opinionOf({ malId: 5, rarity: 0.001 })] });
	const surprising = [leftOut({ malId: 5, score: 30, predicted: 81, difference: -51 })];

	it('are those of the facts until the model has its say', () => {
		const { facts: found, insight } = allFindings(facts, null, String);
		expect(found.map(({ topic }) => topic)).toEqual(['Opinion', 'Time', 'Size']);
		expect(insight).toBeNull();
	});

	it('say nothing twice of a title', () => {
		const { insight } = allFindings(facts, profileInsightsOf({ surprising }), String);
		expect(insight?.topic).toBe('Sprout');
	});
});
