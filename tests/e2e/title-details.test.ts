import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite, type Site } from '#tests/support/site.ts';

const DEATH_NOTE = 1535;
const STEINS_GATE = 9253;

/** AniList as far as this is about it: it knows every title, until it is told to fail. */
function anilist() {
	const asked: number[][] = [];
	const state = { down: false };
	const server = createServer(async (request, response) => {
		let body = '';
		for await (const chunk of request) body += String(chunk);
		const { ids } = JSON.parse(body).variables;
		asked.push(ids);
		if (state.down) return void response.writeHead(503).end();
		const media = ids.map((id: number) => ({
			id,
			description: `Title <b>${id}</b>.<br>(Source: Nobody)`,
			externalLinks: [{ site: 'Elsewhere', url: 'javascript:alert(1)', type: 'STREAMING' }],
		}));
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ data: { Page: { media } } }));
	});
	return { server, asked, state };
}

function listening(server: Server): Promise<string> {
	return new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => {
			resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		});
	});
}

describe('details of titles', () => {
	const upstream = anilist();
	let site: Site;

	beforeAll(async () => {
		const url = await listening(upstream.server);
		site = await startSite({ TITLE_DETAILS: 'auto', ANILIST_API_URL: url });
	});
	afterAll(async () => {
		await site.stop();
		upstream.server.close();
	});

	const ask = async (query: string, from = site) => {
		const response = await fetch(`${from.url}/api/v1/titles/details?${query}`);
		const { status, headers } = response;
		return { status, cacheControl: headers.get('cache-control'), json: await response.json() };
	};

	it('come from AniList once, then from the store', async () => {
		const first = await ask(`ids=${DEATH_NOTE},${STEINS_GATE}`);
		expect(first).toEqual({
			status: 200,
			cacheControl: 'public, max-age=600',
			json: {
				details: {
					[DEATH_NOTE]: { synopsis: 'Title 1535.', poster: null, streaming: [], nextEpisode: null },
					[STEINS_GATE]: {
						synopsis: 'Title 9253.',
						poster: null,
						streaming: [],
						nextEpisode: null,
					},
				},
			},
		});
		expect(await ask(`ids=${STEINS_GATE},${DEATH_NOTE}`)).toEqual(first);
		expect(upstream.asked).toEqual([[DEATH_NOTE, STEINS_GATE]]);
	});

	it('are left out when AniList fails, which is then not asked again at once', async () => {
		upstream.state.down = true;
		const before = upstream.asked.length;
		for (const malId of [1, 5]) {
			expect(await ask(`ids=${malId}`)).toEqual({
				status: 200,
				cacheControl: 'no-store',
				json: { details: {} },
			});
		}
		expect(upstream.asked.length - before).toBe(1);
		expect((await ask(`ids=${DEATH_NOTE},6`)).json.details).toHaveProperty(String(DEATH_NOTE));
	});

	it.each([
		'',
		'ids=',
		'ids=naruto',
		`ids=${Array.from({ length: 51 }, (_, id) => id + 1).join(',')}`,
		'ids=1&more=1',
	])('are refused for %j', async (query) => {
		const { status, json } = await ask(query);
		expect([status, json.error.code]).toEqual([400, 'invalid-request']);
	});

	it('take no other method', async () => {
		const response = await fetch(`${site.url}/api/v1/titles/details?ids=1`, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
		});
		expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
	});

	it('are none where they are off, or where there is no network', async () => {
		const sites = await Promise.all([
			startSite({ TITLE_DETAILS: 'off' }),
			startSite({ TITLE_DETAILS: 'on', ANILIST_API_URL: 'http://127.0.0.1:1' }),
		]);
		for (const one of sites) {
			const { status, json } = await ask(`ids=${DEATH_NOTE}`, one);
			expect([status, json]).toEqual([200, { details: {} }]);
			await one.stop();
		}
	});
});
