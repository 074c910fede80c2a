import { describe, expect, it } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import {
	clusterOf,
	facetRow,
	profileFactsOf,
	scoreFactsOf,
} from '#tests/support/profile-answer.ts';
import { panelsOf, profileCard, PANELS, type SharedProfile } from './profile-card.ts';

const FINDING: Finding = {
	topic: 'Opinion',
	malId: 7,
	text: 'You gave it 4.',
	note: 'Their mean is 8.6.',
	section: 'scores',
	unusual: 0.9,
};
const facts = profileFactsOf({
	scores: scoreFactsOf([80, 80, 40], { 8: 0.25, 4: 0.1 }),
	facets: {
		...profileFactsOf().facets,
		genres: [
			facetRow({ value: 'Action', count: 9, share: 0.6 }),
			facetRow({ value: 'Drama', count: 3, share: 0.2 }),
		],
	},
});
const profile: SharedProfile = {
	panels: PANELS,
	findings: [FINDING],
	facts,
	groups: [clusterOf({ count: 9, share: 0.6, mean: 81 })],
	titleOf: (malId) => `Title ${malId}`,
	theme: 'dark',
};
const wordsOf = (shared: SharedProfile) =>
	profileCard(shared).parts.flatMap((part) => (part.kind === 'text' ? part.text : []));

describe('the picture of a profile', () => {
	it('shows the chosen panels and how tall they are', () => {
		expect(wordsOf({ ...profile, panels: ['findings'] })).toEqual([
			'What my list says about me',
			'Title 7',
			'You gave it 4.',
			'Sprout: which anime to watch next, and why',
		]);
		// Head 152, one finding of 116, foot 96.
		expect(profileCard({ ...profile, panels: ['findings'] }).height).toBe(152 + 116 + 96);
		// Heading 76, two rows of 60.
		expect(profileCard({ ...profile, panels: ['genres'] }).height).toBe(152 + 76 + 120 + 96);
		expect(wordsOf({ ...profile, panels: ['tastes'] })).toContain(
			'9 titles, 60\u202f%, your mean 8.1',
		);
		expect(wordsOf({ ...profile, panels: ['genres'] })).toEqual(
			expect.arrayContaining(['Action', '60\u202f%', 'Drama', '20\u202f%']),
		);
	});

	it('draws scores in front of those of everybody', () => {
		const { parts } = profileCard({ ...profile, panels: ['scores'] });
		const bars = parts.flatMap((part) =>
			part.kind === 'block' && part.height > 2 ? [[part.tone, part.height] as const] : [],
		);
		// The highest is 2 of 3; a third, a quarter and a tenth stand to it as their shares do.
		const unit = 220 / (2 / 3);
		expect(bars).toEqual([
			['line', expect.closeTo(0.1 * unit)],
			['accent', expect.closeTo(unit / 3)],
			['line', expect.closeTo(0.25 * unit)],
			['accent', expect.closeTo(220)],
		]);
	});

	it('offers only what there is', () => {
		expect(panelsOf(profile)).toEqual(['findings', 'scores', 'genres', 'tastes']);
		expect(
			panelsOf({
				...profile,
				groups: [],
				facts: profileFactsOf({ counts: { ...facts.counts, scored: 0 } }),
			}),
		).toEqual(['findings']);
	});

	it('says what it is to who does not see it', () => {
		expect(profileCard(profile)).toMatchObject({
			theme: 'dark',
			title: 'What my list says about me: You gave it 4.',
		});
	});
});
