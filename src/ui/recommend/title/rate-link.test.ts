import { describe, expect, it } from 'vitest';
import { rateLink } from './rate-link.ts';

describe('the link to rate a title', () => {
	it('begins a list', () => {
		expect(rateLink('', 9253)).toEqual({ href: '/rate?r=9253', listed: false });
	});

	it('adds to the list that the visitor comes from, filters and all', () => {
		const { href, listed } = rateLink('?r=1-9&movies=1', 9253);
		expect([href, listed]).toEqual(['/rate?r=1-9_9253&movies=1', false]);
	});

	it('leaves a list that has it, or is full, as it is', () => {
		expect(rateLink('?r=9253-8', 9253)).toEqual({ href: '/rate?r=9253-8', listed: true });
		const full = `?r=${Array.from({ length: 300 }, (_, at) => at + 1).join('_')}`;
		expect(rateLink(full, 9253).href).toBe(`/rate${full}`);
	});
});
