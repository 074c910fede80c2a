import { describe, expect, it } from 'vitest';
import type { GroupRequest } from '#core/rank/group/group.ts';
import { groupRequest } from '#tests/support/group-request.ts';
import type { LocalRankingEngine } from '../engine/ranking-engine.ts';
import { parseMembers, type MemberId } from './member-id.ts';
import { createTogetherEngine } from './together-engine.ts';

const entry = { malId: 1, score: 80, status: 'completed' } as const;
const summary = { entries: 1, unresolved: 0, ageMs: 5 };
const { members: _members, ...query } = groupRequest([]);
const answer = { total: 0, offset: 0, items: [], members: [], anime: [] };
const members = (...texts: string[]) => parseMembers(texts);

function engineWith(respond: (url: string, init?: RequestInit) => Response) {
	const asked: string[] = [];
	const ranked: GroupRequest[] = [];
	const never = async () => ({ ok: false, reason: 'server' }) as const;
	const worker: LocalRankingEngine = {
		recommend: never,
		lanes: never,
		profile: never,
		similar: never,
		watchOrder: never,
		compare: never,
		predictScores: never,
		async group(request) {
			ranked.push(request);
			const told = request.members.map(() => ({ usedEntries: 1, rough: true }));
			return { ok: true, answer: { ...answer, members: told } };
		},
		close: () => undefined,
	};
	const engine = createTogetherEngine({
		worker,
		lists: {
			load: (slot) =>
				slot === 1 ? { name: 'a.xml', importedAt: '2026-01-01', entries: [entry] } : null,
		},
		async fetch(url, init) {
			asked.push(`${init?.method ?? 'GET'} ${String(url)} ${String(init?.body ?? '')}`);
			return respond(String(url), init);
		},
	});
	return { engine, asked, ranked };
}

describe('questions about several lists', () => {
	it('go to the server where all lists are public', async () => {
		const { engine, asked, ranked } = engineWith(() => Response.json(answer));
		const named = members('mal:ann', 'kitsu:Zoë');
		expect(await engine.group(named, query)).toEqual({ ok: true, answer });
		const body = JSON.stringify({
			...query,
			members: [
				{ source: 'mal', name: 'ann' },
				{ source: 'kitsu', name: 'Zoë' },
			],
		});
		expect(asked).toEqual([`POST /api/v1/groups ${body}`]);
		expect(ranked).toEqual([]);
	});

	it('are answered here as soon as a list of the device takes part, which is in no request', async () => {
		const { engine, asked, ranked } = engineWith((url) =>
			url.includes('ann')
				? Response.json({ list: summary, entries: [entry] })
				: Response.json({ error: { code: 'private-list' } }, { status: 403 }),
		);
		const mixed = members('mal:ann', 'device:1', 'kitsu:Zoë', 'device');
		const result = await engine.group(mixed, query);
		expect(ranked).toEqual([{ ...query, members: [[entry], [entry], [], []] }]);
		const told = { usedEntries: 1, rough: true };
		expect(result.ok && result.answer.members).toEqual([
			{ ...told, list: summary, failure: null },
			{ ...told, list: null, failure: null },
			{ ...told, list: null, failure: { ok: false, reason: 'private-list' } },
			{ ...told, list: null, failure: null },
		]);
		expect(asked).toEqual([
			'GET /api/v1/users/mal/ann/list ',
			'GET /api/v1/users/kitsu/Zo%C3%AB/list ',
		]);
		await engine.group(mixed, { ...query, fairness: 1 });
		// What is here stays; what failed is asked for again.
		expect(asked.slice(2)).toEqual(['GET /api/v1/users/kitsu/Zo%C3%AB/list ']);
	});

	it('tell how long a site wants a pause', async () => {
		const { engine } = engineWith(() =>
			Response.json(
				{ error: { code: 'rate-limited' } },
				{ status: 429, headers: { 'retry-after': '20' } },
			),
		);
		const result = await engine.group(members('mal:ann', 'device:1'), query);
		expect(result.ok && result.answer.members[0]?.failure).toEqual({
			ok: false,
			reason: 'rate-limited',
			retryAfterS: 20,
		});
	});

	it.each([
		['the connection is lost', () => Promise.reject(new TypeError('gone')), 'offline'],
		['something else answers', async () => new Response('<html>'), 'server'],
		['the own limit is reached', async () => Response.json({ error: {} }, { status: 429 }), 'busy'],
	] as const)('fail as a whole where %s', async (_, fetch, reason) => {
		const engine = createTogetherEngine({
			fetch,
			worker: engineWith(() => Response.json({})).engine as never, // is not asked
			lists: { load: () => null },
		});
		expect(await engine.group(members('mal:ann', 'device:1'), query)).toEqual({
			ok: false,
			reason,
		});
	});

	it('compare nothing where one list is missing', async () => {
		const { engine } = engineWith(() => Response.json({ list: summary, entries: [entry] }));
		const pair = members('mal:ann', 'device') as [MemberId, MemberId]; // of two
		const { fairness: _fairness, seenBy: _seenBy, offset: _offset, ...shared } = query;
		expect(await engine.compare(pair, shared)).toEqual({
			ok: true,
			answer: {
				lists: [
					{ list: summary, failure: null },
					{ list: null, failure: null },
				],
				comparison: null,
			},
		});
	});
});
