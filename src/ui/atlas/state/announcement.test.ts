import { expect, it } from 'vitest';
import type { AtlasTitle } from '#core/atlas/atlas-titles.ts';
import { announcement } from './announcement.ts';

const TITLE: AtlasTitle = {
	malId: 1,
	title: 'Cowboy Bebop',
	english: null,
	native: 'カウボーイビバップ',
	type: 'TV',
	year: 1998,
	score: 8.75,
	members: 1,
	group: 2,
	adult: false,
};
const near = (...titles: string[]) => ({
	malId: 1,
	neighbours: titles.map((title, at) => ({
		malId: at + 2,
		title,
		weight: 1,
		reasons: [],
		shared: [],
	})),
});

it('says what a title is and what lies near it', () => {
	expect(announcement(TITLE, 'english', near('Trigun', 'Akira', 'Planetes', 'Gungrave'))).toBe(
		'Cowboy Bebop, TV, 1998, average score 8.8. Near it: Trigun; Akira; Planetes.',
	);
});

it('says no more than is known', () => {
	const little = { ...TITLE, type: 'Unknown', year: null, score: null } as const;
	expect(announcement(little, 'native', null)).toBe('カウボーイビバップ.');
	expect(announcement(little, 'romaji', near())).toBe('Cowboy Bebop.');
});
