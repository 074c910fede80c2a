import { describe, expect, it } from 'vitest';
import type { ListStatus } from '#core/profile/list-entry.ts';
import type { SiteEntry } from '#core/profile/site-list.ts';
import { describeListSource, type ScriptedUser } from '#tests/contracts/list-source.ts';
import { answering, scriptedHttp, type Transport } from '#tests/support/scripted-http.ts';
import { createMalSource } from './mal-source.ts';

const BASE = 'https://mal.test/v2';

const STATUSES: Readonly<Record<ListStatus, string>> = {
	watching: 'watching',
	completed: 'completed',
	'on-hold': 'on_hold',
	dropped: 'dropped',
	'plan-to-watch': 'plan_to_watch',
};

const json = (body: unknown, status = 200) => Response.json(body, { status });

/** A row in the site's own shape. */
const row = (id: number, list_status: object) => ({
	node: { id, title: `Title ${id}` },
	list_status,
});

const siteRow = (entry: SiteEntry) =>
	row(entry.malId, {
		status: STATUSES[entry.status],
		score: (entry.score ?? 0) / 10,
		num_episodes_watched: entry.progress,
		is_rewatching: false,
		num_times_rewatched: entry.rewatches,
		updated_at: '2026-10-01T00:00:00+00:00',
		...(entry.startedOn !== null && { start_date: entry.startedOn }),
		...(entry.finishedOn !== null && { finish_date: entry.finishedOn }),
	});

function serve(users: readonly ScriptedUser[]): Transport {
	return ({ url, headers }) => {
		if (headers.get('x-mal-client-id') !== 'key') return json({ message: '', error: '' }, 401);
		const { pathname, searchParams } = new URL(url);
		const [, name = ''] = /^\/v2\/users\/([^/]+)\/animelist$/.exec(pathname) ?? [];
		const user = users.find((one) => one.name === decodeURIComponent(name));
		if (!user) return json({ message: '', error: 'not_found' }, 404);
		if (user.private) return json({ message: '', error: 'not_permitted' }, 403);
		const offset = Number(searchParams.get('offset') ?? 0);
		const next = new URL(url);
		next.searchParams.set('offset', `${offset + 2}`);
		return json({
			data: user.entries.slice(offset, offset + 2).map(siteRow),
			paging: offset + 2 < user.entries.length ? { next: next.href } : {},
		});
	};
}

describeListSource({
	name: 'MyAnimeList',
	create: (http) => createMalSource({ http, baseUrl: BASE, clientId: 'key' }),
	serve,
});

/** What a source makes of one answer. */
async function readFrom(transport: Transport) {
	const { http, clock, requests } = scriptedHttp(transport);
	const source = createMalSource({ http, baseUrl: BASE, clientId: 'key' });
	const outcome = await clock.run(source.fetchList('sprout', new AbortController().signal));
	return { outcome, requests };
}

const readRows = (...rows: readonly object[]) =>
	readFrom(() => json({ data: rows, paging: {} })).then(({ outcome }) => outcome);

describe('MyAnimeList', () => {
	it('is asked for adult titles, full pages and all that is needed of an entry', async () => {
		const { requests } = await readFrom(serve([]));
		const { origin, pathname, searchParams } = new URL(requests[0]?.url ?? '');
		expect(origin + pathname).toBe(`${BASE}/users/sprout/animelist`);
		expect(Object.fromEntries(searchParams)).toEqual({
			fields:
				'list_status{status,score,num_episodes_watched,is_rewatching,num_times_rewatched,start_date,finish_date}',
			limit: '1000',
			nsfw: 'true',
		});
		expect(requests[0]?.headers.get('x-mal-client-id')).toBe('key');
	});

	it('reads partial dates and takes who watches again for somebody who has seen it', async () => {
		const status = {
			status: 'watching',
			score: 8,
			is_rewatching: true,
			num_times_rewatched: 3,
			num_episodes_watched: 4,
			start_date: '2013-04',
			finish_date: '2013',
		};
		expect(await readRows(row(1, status))).toEqual({
			ok: true,
			list: {
				entries: [
					{
						malId: 1,
						score: 80,
						status: 'completed',
						progress: 4,
						rewatches: 3,
						startedOn: '2013-04',
						finishedOn: '2013',
					},
				],
				unresolved: 0,
			},
		});
	});

	it('takes a title without a status for one that is planned', async () => {
		const outcome = await readRows(row(7, { score: 0, status: null }));
		expect(outcome.ok && outcome.list.entries).toEqual([
			{
				malId: 7,
				score: null,
				status: 'plan-to-watch',
				progress: 0,
				rewatches: 0,
				startedOn: null,
				finishedOn: null,
			},
		]);
	});

	it.each([
		['score', { status: 'completed', score: 11 }],
		['score', { status: 'completed', score: -1 }],
		['status', { status: 'pondering', score: 5 }],
	])('says that the site has changed when a %s is none', async (_, status) => {
		expect(await readRows(row(1, status))).toEqual({ ok: false, reason: 'source-changed' });
	});

	it('keeps a title once that slipped to the next page meanwhile', async () => {
		const outcome = await readRows(
			row(1, { status: 'completed', score: 9 }),
			row(1, { status: 'completed', score: 9 }),
		);
		expect(outcome.ok && outcome.list.entries.map(({ malId }) => malId)).toEqual([1]);
	});

	it.each([
		['another site', 'https://elsewhere.example/v2/users/sprout/animelist?offset=1000'],
		['a private address', 'http://127.0.0.1/'],
		['no address', 'http://'],
	])('does not follow to %s', async (_, next) => {
		const { outcome, requests } = await readFrom(() =>
			json({ data: [row(1, { status: 'completed', score: 9 })], paging: { next } }),
		);
		expect(outcome).toEqual({ ok: false, reason: 'source-changed' });
		expect(requests).toHaveLength(1);
	});

	it('stops when pages have no end', async () => {
		let page = 0;
		const { outcome, requests } = await readFrom(() =>
			json({ data: [], paging: { next: `${BASE}/users/sprout/animelist?offset=${++page}` } }),
		);
		expect(outcome).toEqual({ ok: false, reason: 'source-changed' });
		expect(requests).toHaveLength(40);
	});

	it.each([
		[401, { message: '', error: 'invalid_token' }, { reason: 'source-off' }],
		[400, { message: 'Invalid client id', error: 'bad_request' }, { reason: 'source-off' }],
		[400, { message: 'invalid limit', error: 'bad_request' }, { reason: 'source-changed' }],
		[403, { message: '', error: 'forbidden' }, { reason: 'private-list' }],
		[403, { message: 'DoS detected' }, { reason: 'rate-limited', retryAfterS: 60 }],
		[404, { message: '', error: 'not_found' }, { reason: 'no-such-user' }],
	])('understands %i %j', async (status, body, failure) => {
		const { outcome } = await readFrom(answering(status, JSON.stringify(body)));
		expect(outcome).toEqual({ ok: false, ...failure });
	});
});
