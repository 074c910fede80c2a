import { expect, it } from 'vitest';
import { cardOf } from '#core/rank/answer.ts';
import type { RecommendedAnime } from '#core/rank/recommendation.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { savedRecommendations } from './saved-recommendations.ts';

const catalogue = smallCatalogue([
	{ malId: 1, title: 'Cowboy Bebop', anilistId: 1, episodes: 26, year: 1998 },
	{ malId: 6, title: 'Trigun' },
]);
const cards = new Map(
	[1, 6].flatMap((malId) => {
		const card = cardOf(catalogue, malId);
		return card ? [[malId, card] as const] : [];
	}),
);
const item: RecommendedAnime = {
	malId: 1,
	place: 1,
	predictedPlace: 3,
	match: 0.93456,
	strength: 'strong',
	predictedScore: 87.5,
	cold: false,
	franchiseSize: 3,
	planned: false,
	versionOf: null,
	standsFor: null,
	contributions: [
		{ malId: 6, reason: 'liked', share: 0.6, sign: 1, score: 90 },
		{ malId: 7, reason: 'disliked', share: 0.4, sign: -1, score: 20 },
	],
};
const day = new Date(2026, 10, 3, 23, 59);

it.each([
	['csv', 'text/csv;charset=utf-8'],
	['json', 'application/json'],
	['xml', 'application/xml'],
] as const)('is saved as %s under the day', (format, type) => {
	const file = savedRecommendations([item], cards, cards, format, day);
	expect(file).toMatchObject({ name: `sprout-recommendations-2026-11-03.${format}`, type });
	expect(file.text).toContain('Cowboy Bebop');
});

it('says of each title what spoke for it, and of one without facts what is known', () => {
	const items = [item, { ...item, malId: 99, place: 2 }];
	const { text } = savedRecommendations(items, cards, cards, 'json', day);
	expect(JSON.parse(text).entries).toEqual([
		expect.objectContaining({
			malId: 1,
			anilistId: 1,
			episodes: 26,
			match: 0.935,
			because: ['Trigun'],
		}),
		expect.objectContaining({ malId: 99, title: '', anilistId: null, place: 2 }),
	]);
});
