import { describe, expect, it } from 'vitest';
import { chosenSite, offeredSites } from './list-form.ts';

describe('sites of the form', () => {
	it('are all there, and say which are on', () => {
		expect(offeredSites(['anilist', 'kitsu'])).toEqual([
			{ site: 'mal', on: false },
			{ site: 'anilist', on: true },
			{ site: 'kitsu', on: true },
		]);
	});

	it('start with the first wish that is on', () => {
		const offered = offeredSites(['anilist', 'kitsu']);
		expect(chosenSite(offered, undefined, 'kitsu')).toBe('kitsu');
		expect(chosenSite(offered, 'mal', 'kitsu')).toBe('kitsu');
		expect(chosenSite(offered, 'mal', null)).toBe('anilist');
		expect(chosenSite(offeredSites([]), 'mal')).toBeNull();
	});
});
