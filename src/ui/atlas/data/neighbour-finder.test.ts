import { expect, it } from 'vitest';
import { createNeighbourFinder } from './neighbour-finder.ts';

const answer = (malId: number) => ({ malId, neighbours: [] });

it('asks about each title once, and then knows', async () => {
	const asked: string[] = [];
	const finder = createNeighbourFinder((url) => {
		asked.push(String(url));
		return Promise.resolve(Response.json(answer(1)));
	});
	await Promise.all([finder.find(1), finder.find(1)]);
	expect(await finder.find(1)).toEqual(answer(1));
	expect([asked, finder.known(1), finder.known(2)]).toEqual([
		['/api/v1/anime/1/neighbours'],
		answer(1),
		undefined,
	]);
});

it('says nothing where nobody answers, and asks again the next time', async () => {
	const answers = [
		() => Promise.reject(new TypeError('Failed to fetch')),
		() => Promise.resolve(new Response('<html>', { headers: { 'content-type': 'text/html' } })),
		() => Promise.resolve(new Response(null, { status: 503 })),
		() => Promise.resolve(Response.json(answer(5))),
	];
	const finder = createNeighbourFinder(() => (answers.shift() ?? (() => Promise.reject()))());
	const said = [await finder.find(5), await finder.find(5), await finder.find(5)];
	expect(said).toEqual([null, null, null]);
	expect(await finder.find(5)).toEqual(answer(5));
});

it('forgets the oldest', async () => {
	const finder = createNeighbourFinder((url) =>
		Promise.resolve(Response.json(answer(Number(/\d+(?=\/n)/.exec(String(url))?.[0])))),
	);
	for (let malId = 1; malId <= 401; malId++) await finder.find(malId);
	expect([finder.known(1), finder.known(2)?.malId]).toEqual([undefined, 2]);
});
