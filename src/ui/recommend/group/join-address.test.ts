import { describe, expect, it } from 'vitest';
import { joinAddress } from './join-address.ts';

const join = (query: string) => joinAddress('/group', new URLSearchParams(query));

describe('the form for one more member, without scripts', () => {
	it('leads to the page with that member', () => {
		expect(join('with=mal:ann&site=kitsu&name=+Zo%C3%AB+')).toBe(
			'/group?with=mal:ann&with=kitsu:Zo%C3%AB',
		);
		expect(join('site=anilist&name=bo')).toBe('/group?with=anilist:bo');
	});

	it('leads back where nobody was named, and is none without a name', () => {
		expect(join('with=mal:ann&site=kitsu&name=')).toBe('/group?with=mal:ann');
		expect(join('with=mal:ann')).toBeNull();
	});
});
