import { describe, expect, it } from 'vitest';
import { createDetailsSource } from './details-source.ts';

const URL_OF_API = 'https://anilist.example/';

/** Media of AniList's id 1, with what a test is about. */
function media(facts: object = {}) {
	return {
		id: 1,
		description: 'A <i>town</i>.<br><br>(Source: Somebody)',
		coverImage: {
			extraLarge: 'https://s4.anilist.co/large.jpg',
			large: 'https://s4.anilist.co/medium.jpg',
		},
		externalLinks: [
			{ site: 'Crunchyroll', url: 'https://crunchyroll.com/town', type: 'STREAMING' },
		],
		nextAiringEpisode: null,
		...facts,
	};
}
const page = (...all: unknown[]) => ({ data: { Page: { media: all } } });

/** What becomes of an answer, and what was asked. */
async function asking(answer: () => Response | Promise<Response>) {
	const requests: { url: unknown; init: RequestInit | undefined }[] = [];
	const fetch: typeof globalThis.fetch = async (url, init) => {
		requests.push({ url, init });
		return answer();
	};
	const outcome = await createDetailsSource(fetch, URL_OF_API)(
		[1, 2],
		new AbortController().signal,
	);
	return { outcome, requests };
}
const detailsOf = async (json: unknown) => {
	const { outcome } = await asking(() => Response.json(json));
	return outcome.ok ? Object.fromEntries(outcome.details) : outcome;
};

describe('createDetailsSource', () => {
	it('asks for all titles in one query', async () => {
		const { requests } = await asking(() => Response.json(page()));
		expect(requests).toHaveLength(1);
		expect(requests[0]?.url).toBe(URL_OF_API);
		const body = JSON.parse(String(requests[0]?.init?.body));
		expect(body.variables).toEqual({ ids: [1, 2] });
		expect(body.query).toContain('media(id_in: $ids, type: ANIME)');
	});

	it('shapes what AniList says', async () => {
		const nextAiringEpisode = { airingAt: 1_800_000_000, episode: 8 };
		expect(await detailsOf(page(media({ nextAiringEpisode })))).toEqual({
			1: {
				synopsis: 'A town.',
				poster: 'https://s4.anilist.co/large.jpg',
				streaming: [{ site: 'Crunchyroll', url: 'https://crunchyroll.com/town' }],
				nextEpisode: { number: 8, airsAt: 1_800_000_000_000 },
			},
		});
	});

	it('takes what is missing for unknown', async () => {
		expect(await detailsOf(page({ id: 2 }))).toEqual({
			2: { synopsis: null, poster: null, streaming: [], nextEpisode: null },
		});
	});

	it('lets no address through that a page should not hold', async () => {
		const links = [
			['A', 'javascript:alert(1)', 'STREAMING'],
			['B', 'http://plain.example/', 'STREAMING'],
			['C', 'https://user:secret@c.example/', 'STREAMING'],
			['D', '/relative', 'STREAMING'],
			['E', 'https://official.example/', 'INFO'],
			['F', `https://f.example/${'x'.repeat(500)}`, 'STREAMING'],
			['B', 'https://b.example/second', 'STREAMING'],
			[null, 'https://g.example/', 'STREAMING'],
		];
		const externalLinks = links.map(([site, url, type]) => ({ site, url, type }));
		const coverImage = {
			extraLarge: 'data:image/png;base64,AAAA',
			large: 'https://s4.example/b.jpg',
		};
		const read = await detailsOf(page(media({ externalLinks, coverImage })));
		expect(read).toMatchObject({
			1: {
				poster: 'https://s4.example/b.jpg',
				streaming: [{ site: 'B', url: 'https://plain.example/' }],
			},
		});
	});

	it('leaves a title out that it can not read', async () => {
		const read = await detailsOf(
			page(media(), { id: 'two' }, null, media({ id: 3, description: 5 })),
		);
		expect(Object.keys(read)).toEqual(['1']);
	});

	it.each([
		['an error with HTTP 200', () => Response.json({ errors: [{ message: 'No' }], data: null })],
		['another shape', () => Response.json(page({ idMal: 1 }))],
		['no JSON', () => new Response('<!doctype html>')],
		['an error', () => Response.json(page(media()), { status: 500 })],
		['too much', () => Response.json(page(media({ description: 'x'.repeat(3_000_000) })))],
		['no network', () => Promise.reject(new TypeError('fetch failed'))],
	])('gives up on %s', async (_name, answer) => {
		expect((await asking(answer)).outcome).toEqual({ ok: false, waitMs: 0 });
	});

	it.each([
		['30', 30_000],
		['999999', 3_600_000],
		['soon', 0],
	])('hears for how long AniList wants to be left alone: %s', async (value, waitMs) => {
		const headers = { 'retry-after': value };
		const { outcome } = await asking(() => new Response('{}', { status: 429, headers }));
		expect(outcome).toEqual({ ok: false, waitMs });
	});
});
