import { expect, it } from 'vitest';
import { parseRouteRequest } from './route-request.ts';

const parse = (id: string, query: string) => parseRouteRequest(id, new URLSearchParams(query));

it('reads both titles', () => {
	expect(parse('anilist:5', 'to=7')).toEqual({
		ok: true,
		request: { id: { site: 'anilist', id: 5 }, to: 7 },
	});
});

it.each([
	['5', ''],
	['x', 'to=7'],
	['5', 'to=anilist:7'],
	['5', 'to=7&over=8'],
])('refuses %s?%s', (id, query) => {
	expect(parse(id, query).ok).toBe(false);
});
