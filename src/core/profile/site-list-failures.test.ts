import { describe, expect, it } from 'vitest';
import { describeSiteListFailure } from './site-list-failures.ts';
import { LIST_SITES, SITE_NAMES, type SiteListFailure } from './site-list.ts';

const STATUSES = {
	'no-such-user': 404,
	'private-list': 403,
	'empty-list': 422,
	'source-down': 502,
	'source-changed': 502,
	'source-off': 501,
	'invalid-name': 400,
	cancelled: 499,
} as const;

const reasons = Object.keys(STATUSES) as (keyof typeof STATUSES)[];
const failures: SiteListFailure[] = [
	...reasons.map((reason) => ({ ok: false, reason }) as const),
	{ ok: false, reason: 'rate-limited', retryAfterS: 42 },
];

describe('failures of lists from sites', () => {
	it.each(reasons)('has a status for %s', (reason) => {
		expect(describeSiteListFailure({ ok: false, reason }, 'mal').status).toBe(STATUSES[reason]);
	});

	it.each(LIST_SITES)('names %s and ends with something to do, whatever happened', (site) => {
		for (const failure of failures) {
			const { heading, explanation, nextStep } = describeSiteListFailure(failure, site);
			expect(`${heading} ${explanation} ${nextStep}`).toContain(SITE_NAMES[site]);
			expect([heading, explanation, nextStep].filter((text) => text.length < 10)).toEqual([]);
			expect(nextStep).toMatch(/\.$/);
			expect(nextStep).toMatch(/file|[Rr]ate/);
		}
	});

	it('tells the headings apart', () => {
		const headings = failures.map((failure) => describeSiteListFailure(failure, 'kitsu').heading);
		expect(new Set(headings).size).toBe(failures.length);
	});

	it('says how long to wait', () => {
		const text = describeSiteListFailure(
			{ ok: false, reason: 'rate-limited', retryAfterS: 42 },
			'anilist',
		);
		expect([text.status, text.nextStep]).toEqual([
			429,
			'Wait 42 seconds and try again. Or import your list as a file, or rate a few titles here.',
		]);
	});

	it('says how to make a list public', () => {
		expect(
			describeSiteListFailure({ ok: false, reason: 'private-list' }, 'mal').nextStep,
		).toContain('Make your anime list public in the list preferences of MyAnimeList');
	});
});
