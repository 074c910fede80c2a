import { describe, expect, it } from 'vitest';
import { createRanking } from '#core/rank/recommend.ts';
import { cardToSvg } from '#ui/shared/share-image/card-svg.ts';
import { linearModel } from '#tests/support/linear-model.ts';
import { recommendationRequest } from '#tests/support/recommendation-request.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { recommendationCard } from './recommendation-card.ts';

const ids = Array.from({ length: 12 }, (_, at) => at + 1);
const catalogue = smallCatalogue(
	ids.map((malId) => ({ malId, title: `Title ${malId}`, native: '進撃の巨人'.repeat(12) })),
);
const { page, anime } = createRanking(
	catalogue,
	linearModel(ids, () => 1),
).recommend(recommendationRequest({ entries: [{ malId: 1, score: 90, status: 'completed' }] }));
const cards = new Map(anime.map((card) => [card.malId, card]));

const card = (named: Partial<Parameters<typeof recommendationCard>[0]> = {}) =>
	recommendationCard({
		items: page.items,
		cards,
		names: cards,
		language: 'romaji',
		active: [],
		count: 5,
		theme: 'light',
		format: undefined,
		...named,
	});
const textsOf = (layout: ReturnType<typeof card>) =>
	Array.from(cardToSvg(layout).matchAll(/<text[^>]*>([^<]*)/g), ([, text]) => text ?? '');

describe('the picture of a list', () => {
	it('shows the first rows with their reasons, and nothing of the list itself', () => {
		const texts = textsOf(card());
		expect(texts[0]).toBe('What to watch next');
		expect(texts.filter((text) => /^Title \d+$/.test(text))).toHaveLength(5);
		expect(texts.filter((text) => text === 'Because I liked Title 1')).toHaveLength(5);
		expect(texts).not.toContain('Title 1');
		expect(card({ count: 10 }).height - card().height).toBe(5 * 132);
	});

	it('says which filters made it so', () => {
		expect(textsOf(card({ active: ['movies too', 'no Horror'] }))[1]).toBe(
			'movies too · no Horror',
		);
	});

	it('cuts a long title of any script', () => {
		const native = textsOf(card({ language: 'native' })).filter((text) => text.startsWith('進'));
		expect(native).toHaveLength(5);
		expect(native[0]).toMatch(/…$/);
		// 28 px each, in the room that a row has.
		expect(native[0]?.length).toBeLessThanOrEqual((1080 - 224 - 64) / 28);
	});
});
