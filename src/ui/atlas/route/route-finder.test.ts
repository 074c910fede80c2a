import { expect, it } from 'vitest';
import { findRoute } from './route-finder.ts';

it('asks for the way, and bears that nobody answers', async () => {
	const asked: string[] = [];
	const route = { malId: 1, to: 2, steps: [] };
	const found = await findRoute(
		(url) => {
			asked.push(String(url));
			return Promise.resolve(Response.json(route));
		},
		1,
		2,
	);
	expect([found, asked]).toEqual([route, ['/api/v1/anime/1/route?to=2']]);
	expect(await findRoute(() => Promise.reject(new TypeError('offline')), 1, 2)).toBeNull();
	expect(await findRoute(() => Promise.resolve(Response.json([])), 1, 2)).toBeNull();
});
