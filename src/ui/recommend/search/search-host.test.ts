import { describe, expect, it } from 'vitest';
import type { AnimeFacts } from '#core/catalogue/catalogue-parts.ts';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { createSearchHost } from './search-host.ts';
import type { FinderAnswer } from './title-finder.ts';

const catalogue = smallCatalogue([
	{ malId: 16498, title: 'Shingeki no Kyojin', english: 'Attack on Titan', year: 2013 },
	{ malId: 19, anilistId: 20, title: 'Monster', year: 2004 },
]);
const facts = [0, 1].map((index): AnimeFacts => catalogue.anime(index));
const titles = JSON.stringify(encodeCatalogue({ anime: facts, pairs: [], franchises: [] }).titles);

/** Asks a host whose downloads end as listed, one after the other. */
async function ask(downloads: (() => Response)[], queries: string[]) {
	const answers: FinderAnswer[] = [];
	const caches: unknown[] = [];
	let fetched = 0;
	const host = createSearchHost({
		fetch: async (_, init) => {
			caches.push(init?.cache);
			return downloads[fetched++]?.() ?? new Response('', { status: 404 });
		},
		post: (answer) => void answers.push(answer),
	});
	for (const [id, query] of queries.entries()) {
		await host({ kind: 'find', id, titles: '/titles.json', query });
	}
	return { results: answers.map(({ result }) => result), fetched, caches };
}

describe('search host', () => {
	it('fetches the names once and answers with facts, matched name and marks', async () => {
		const { results, fetched } = await ask([() => new Response(titles)], ['', 'attack', 'monster']);
		expect(fetched).toBe(1);
		expect(results[0]).toEqual({ ok: true, hits: [] });
		expect(results[1]).toMatchObject({
			hits: [{ malId: 16498, name: 'Attack on Titan', marks: [[0, 'Attack'.length]], year: 2013 }],
		});
		expect(results[2]).toMatchObject({ hits: [{ malId: 19 }] });
	});

	it('names the titles that the catalogue has', async () => {
		const answers: FinderAnswer[] = [];
		const host = createSearchHost({
			fetch: async () => new Response(titles),
			post: (answer) => void answers.push(answer),
		});
		await host({ kind: 'name', id: 5, titles: '/titles.json', malIds: [19, 404, 16498] });
		expect(answers).toMatchObject([
			{ id: 5, result: { ok: true, titles: [{ malId: 19, title: 'Monster' }, { malId: 16498 }] } },
		]);
	});

	it('knows what MyAnimeList calls a title of AniList', async () => {
		const answers: FinderAnswer[] = [];
		const fetched: string[] = [];
		const file = JSON.stringify(encodeCatalogue({ anime: facts, pairs: [], franchises: [] }).facts);
		const host = createSearchHost({
			fetch: async (url) => {
				fetched.push(String(url));
				return new Response(url === '/facts.json' ? file : titles);
			},
			post: (answer) => void answers.push(answer),
		});
		const ask = { kind: 'mal-ids', titles: '/titles.json', facts: '/facts.json' } as const;
		await host({ ...ask, id: 1, anilistIds: [20, 404] });
		await host({ ...ask, id: 2, anilistIds: [404] });
		expect(answers.map(({ result }) => result)).toEqual([
			{ ok: true, malIds: new Map([[20, [19]]]) },
			{ ok: true, malIds: new Map() },
		]);
		expect(fetched).toEqual(['/titles.json', '/facts.json']);
	});

	it('says what went wrong, and tries again at the next keystroke', async () => {
		const { results, caches } = await ask(
			[
				() => {
					throw new TypeError('Failed to fetch');
				},
				() => new Response('', { status: 500 }),
				() => new Response('{"format":'),
				() => new Response(titles),
			],
			['m', 'mo', 'mon', 'mons'],
		);
		expect(results).toMatchObject([
			{ ok: false, reason: 'offline' },
			{ ok: false, reason: 'server' },
			{ ok: false, reason: 'damaged-model' },
			{ ok: true, hits: [{ malId: 19 }] },
		]);
		// What arrived damaged is fetched past the cache, which would keep it for ever.
		expect(caches).toEqual(['default', 'default', 'default', 'reload']);
	});
});
