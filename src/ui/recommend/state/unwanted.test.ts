import { expect, it } from 'vitest';
import { cardOf } from '#core/rank/answer.ts';
import type { RecommendationPage } from '#core/rank/recommendation.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { hiddenBy, withoutUnwanted, withPlans } from './unwanted.ts';

const catalogue = smallCatalogue([
	{ malId: 1, genres: ['Horror'] },
	{ malId: 2, themes: ['Mecha'] },
	{ malId: 3 },
	{ malId: 4 },
	{ malId: 5 },
]);
const cards = new Map(
	[1, 2, 3, 4, 5].flatMap((malId) => {
		const card = cardOf(catalogue, malId);
		return card ? [[malId, card] as const] : [];
	}),
);
const page = {
	total: 5,
	offset: 0,
	items: [1, 2, 3, 4, 5].map((malId) => ({ malId })),
	// Only the ids of rows are looked at.
} as unknown as RecommendationPage;

it('takes rows away by title, by the hidden member of a franchise, by tag and by plan', () => {
	const left = (unwanted: Parameters<typeof withoutUnwanted>[2]) =>
		withoutUnwanted([page], cards, unwanted)[0]?.items.map(({ malId }) => malId);
	expect(left({ hidden: {}, plans: [] })).toEqual([1, 2, 3, 4, 5]);
	expect(left({ hidden: { titles: [3], franchises: [4] }, plans: [] })).toEqual([1, 2, 5]);
	expect(left({ hidden: { tags: ['Mecha', 'Horror'] }, plans: [5] })).toEqual([3, 4]);
});

it('tells what is hidden, also of a title of which only the id is known', () => {
	const isHidden = hiddenBy({ titles: [3], tags: ['Horror'] });
	const told = [...cards.values(), { malId: 3 }, { malId: 9 }].map((card) => isHidden(card));
	expect(told).toEqual([true, false, true, false, false, true, false]);
});

it('adds plans that a list does not speak of', () => {
	const plan = (malId: number) => ({ malId, score: null, status: 'plan-to-watch' }) as const;
	const seen = { malId: 1, score: 80, status: 'completed' } as const;
	expect(withPlans([seen], [plan(1), plan(2)])).toEqual([seen, plan(2)]);
});
