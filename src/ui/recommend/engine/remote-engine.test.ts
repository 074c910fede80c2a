import { describe, expect, it } from 'vitest';
import { toRequest } from '../state/changes.ts';
import { DEFAULT_STATE } from '../state/url-state.ts';
import {
	askProfile,
	askUserProfile,
	createRemoteEngine,
	createUserEngine,
} from './remote-engine.ts';

const answer = {
	page: { total: 0, offset: 0, items: [], usedEntries: 0, rough: true, unknownEntries: [] },
	anime: [],
};
const request = toRequest(DEFAULT_STATE, [{ malId: 1, score: 80, status: 'completed' }]);

const engineAnswering = (respond: (url: string, init: RequestInit | undefined) => Response) =>
	createRemoteEngine({ fetch: async (url, init) => respond(String(url), init) });

describe('remote engine', () => {
	it('posts the request and hands the answer on', async () => {
		const seen: unknown[] = [];
		const engine = engineAnswering((url, init) => {
			seen.push([url, init?.method, JSON.parse(String(init?.body))]);
			return Response.json(answer);
		});
		expect(await engine.recommend(request)).toEqual({ ok: true, answer });
		expect(seen).toEqual([['/api/v1/recommendations', 'POST', request]]);
	});

	it('asks for titles like one by its address', async () => {
		const seen: unknown[] = [];
		const similar = { malId: 20, items: [], anime: [] };
		const engine = engineAnswering((url, init) => {
			seen.push([url, init?.method]);
			return Response.json(similar);
		});
		expect(await engine.similar(20)).toEqual({ ok: true, answer: similar });
		expect(seen).toEqual([['/api/v1/anime/20/similar?limit=6', undefined]]);
	});

	it('posts what it asks of lanes, for a user without a list that adds nothing', async () => {
		const seen: unknown[] = [];
		const list = { entries: 1, unresolved: 0, ageMs: 0 };
		const lanes = { lanes: [], anime: [], list };
		const fetch = async (url: string | URL | Request, init?: RequestInit) => {
			seen.push([url, JSON.parse(String(init?.body))]);
			return Response.json(lanes);
		};
		const told: unknown[] = [];
		const user = { site: 'kitsu', name: 'a b' } as const;
		const engines = [
			createRemoteEngine({ fetch }),
			createUserEngine({ fetch, user, onlist: (one) => told.push(one) }),
		];
		const asked = { entries: [], today: '2026-11-26', excludedEntries: [], excludedGenres: [] };
		const include = { extraSeasons: false, movies: false, specials: false, music: false };
		for (const engine of engines) {
			expect(await engine.lanes({ ...asked, include, adult: false })).toEqual({
				ok: true,
				answer: lanes,
			});
		}
		const { entries, ...others } = { ...asked, include, adult: false };
		expect(seen).toEqual([
			['/api/v1/lanes', { entries, ...others }],
			['/api/v1/users/kitsu/a%20b/lanes', others],
		]);
		expect(told).toEqual([list]);
	});

	it('asks for a franchise by its address, for a user with what the list says of it', async () => {
		const seen: string[] = [];
		const order = { malId: 20, start: 20, items: [], anime: [] };
		const fetch = async (url: string | URL | Request) => {
			seen.push(String(url));
			return Response.json(order);
		};
		const user = { site: 'kitsu', name: 'a b' } as const;
		const engines = [
			createRemoteEngine({ fetch }),
			createUserEngine({ fetch, user, onlist: () => {} }),
		];
		for (const engine of engines) {
			expect(await engine.watchOrder(20)).toEqual({ ok: true, answer: order });
		}
		expect(seen).toEqual([
			'/api/v1/anime/20/franchise',
			'/api/v1/users/kitsu/a%20b/anime/20/franchise',
		]);
	});

	it.each([
		[429, 'busy'],
		[503, 'busy'],
		[500, 'server'],
		[400, 'server'],
	])('turns status %i into %s', async (status, reason) => {
		const engine = engineAnswering(() => new Response('', { status }));
		expect(await engine.recommend(request)).toEqual({ ok: false, reason });
	});

	it('calls a lost connection offline', async () => {
		const engine = createRemoteEngine({
			fetch: async () => {
				throw new TypeError('Failed to fetch');
			},
		});
		expect(await engine.recommend(request)).toEqual({ ok: false, reason: 'offline' });
	});

	it.each(['<html>hotel wifi</html>', '{"hello":1}', 'null'])(
		'does not take %s for an answer',
		async (body) => {
			const engine = engineAnswering(() => new Response(body));
			expect(await engine.recommend(request)).toEqual({ ok: false, reason: 'server' });
			expect(await engine.similar(20)).toEqual({ ok: false, reason: 'server' });
		},
	);
});

describe('what a list says', () => {
	const profile = { facts: null, insights: null, anime: [] };

	it('is asked with the list in the body, or with the name of a user', async () => {
		const seen: unknown[] = [];
		const list = { entries: 9, unresolved: 0, ageMs: 5 };
		const fetch = async (url: string | URL | Request, init?: RequestInit) => {
			seen.push([url, init?.body === undefined ? null : JSON.parse(String(init.body))]);
			return Response.json({ ...profile, list });
		};
		const asked = { entries: request.entries, parts: ['facts'] as const };
		expect((await askProfile(fetch, asked)).ok).toBe(true);
		const user = { site: 'kitsu', name: 'a b' } as const;
		const answered = await askUserProfile(fetch, user, ['facts', 'insights']);
		expect(answered).toEqual({ ok: true, answer: { ...profile, list } });
		expect(seen).toEqual([
			['/api/v1/profile', asked],
			['/api/v1/users/kitsu/a%20b/profile?parts=facts,insights', null],
		]);
	});

	it('is no other answer, and fails as rankings do', async () => {
		const user = { site: 'mal', name: 'x' } as const;
		const other = async () => Response.json(answer);
		expect(await askUserProfile(other, user, ['facts'])).toEqual({ ok: false, reason: 'server' });
		const missing = async () => new Response('', { status: 404 });
		expect(await askUserProfile(missing, user, ['facts'])).toEqual({ ok: false, reason: 'list' });
	});
});

describe('engine for the list of a user', () => {
	const list = { entries: 2_000, unresolved: 1, ageMs: 5_000 };
	const user = { site: 'kitsu', name: 'a/b' } as const;

	it('names the user, sends only entries that are added and tells of the list', async () => {
		const seen: unknown[] = [];
		const told: unknown[] = [];
		const engine = createUserEngine({
			user,
			onlist: (summary) => void told.push(summary),
			fetch: async (url, init) => {
				seen.push([url, Object.keys(JSON.parse(String(init?.body)))]);
				return Response.json({ ...answer, list });
			},
		});
		expect((await engine.recommend({ ...request, entries: [] })).ok).toBe(true);
		expect((await engine.recommend(request)).ok).toBe(true);
		const path = '/api/v1/users/kitsu/a%2Fb/recommendations';
		const keys = ['excludedEntries', 'excludedGenres', 'include', 'adult', 'offset', 'limit'];
		expect(seen).toEqual([
			[path, keys],
			[path, ['entries', ...keys]],
		]);
		expect(told).toEqual([list, list]);
	});

	it.each([
		[404, 'list'],
		[502, 'list'],
		[429, 'busy'],
		[500, 'server'],
	])('turns status %i into %s', async (status, reason) => {
		const engine = createUserEngine({
			user,
			onlist: () => undefined,
			fetch: async () => new Response('', { status }),
		});
		expect(await engine.recommend(request)).toEqual({ ok: false, reason });
	});
});
