import { describe, expect, it } from 'vitest';
import { idSources } from '#tests/support/id-sources.ts';
import { parseLanesRequest, userLanesRequestSchema } from './lanes-request.ts';

const NOW = new Date('2026-11-26T23:30:00Z');

describe('a request for lanes', () => {
	it('names the day, or gets that of the server', () => {
		const entries = [{ malId: 1 }];
		expect(parseLanesRequest({ entries, today: '2026-11-27' }, idSources, NOW)).toMatchObject({
			ok: true,
			request: { today: '2026-11-27', entries: [{ malId: 1, score: null, status: 'completed' }] },
		});
		expect(parseLanesRequest({ entries }, idSources, NOW)).toMatchObject({
			ok: true,
			request: { today: '2026-11-26', adult: false },
		});
	});

	it('needs a list, unless a site has it', () => {
		expect(parseLanesRequest({}, idSources, NOW).ok).toBe(false);
		expect(parseLanesRequest({}, idSources, NOW, userLanesRequestSchema)).toMatchObject({
			ok: true,
			request: { entries: [] },
		});
	});

	it.each([
		[{ today: '26 November' }, 'today'],
		[{ today: '2026-13-01' }, 'today'],
		[{ limit: 5 }, 'limit'],
		[{ facets: true }, 'facets'],
		[{ offset: 0 }, 'offset'],
	])('refuses %j', (body, path) => {
		expect(parseLanesRequest({ entries: [], ...body }, idSources, NOW)).toMatchObject({
			ok: false,
			issues: [{ path }],
		});
	});

	it('counts a title once', () => {
		const entries = [{ malId: 1 }, { malId: 1, score: 50 }];
		expect(parseLanesRequest({ entries }, idSources, NOW)).toMatchObject({
			request: { entries: [{ malId: 1, score: 50 }] },
		});
	});
});
