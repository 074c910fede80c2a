import { describe, expect, it } from 'vitest';
import { cardOf } from '#core/rank/answer.ts';
import { smallCatalogue, type SmallAnime } from '#tests/support/small-catalogue.ts';
import { drawPreview } from './preview-card.ts';

function preview(facts: Partial<SmallAnime>): string {
	const card = cardOf(smallCatalogue([{ malId: 1, ...facts }]), 1);
	if (!card) throw new Error('The small catalogue has the title.');
	return drawPreview(card);
}
const textsOf = (svg: string) =>
	Array.from(svg.matchAll(/<text[^>]*>([^<]*)/g), ([, text]) => text);

describe('the preview of a title', () => {
	it('says what it is', () => {
		const svg = preview({ title: 'Shingeki', english: 'Titans', year: 2013, genres: ['Action'] });
		expect(textsOf(svg).slice(1)).toEqual([
			'Titans',
			'Shingeki',
			'TV · 2013 · 12 episodes',
			'Action',
			'Sprout: similar titles, and why',
		]);
	});

	it('takes a title for text, whatever it holds', () => {
		const svg = preview({ title: '<script>&"' });
		expect(svg).toContain('<title>&lt;script&gt;&amp;&quot;</title>');
		expect(svg).not.toContain('<script');
	});

	it('cuts what is too long, between words or letters', () => {
		const latin = textsOf(preview({ title: 'word '.repeat(80).trim() }));
		expect(latin.at(-3)).not.toBe('');
		expect(latin.length).toBeLessThan(9);
		expect(textsOf(preview({ title: '進'.repeat(60) })).slice(1, 4)[0]).toMatch(/^進+$/);
	});
});
