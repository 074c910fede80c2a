import { describe, expect, it } from 'vitest';
import type { ListStatus } from '#core/profile/list-entry.ts';
import type { SiteEntry } from '#core/profile/site-list.ts';
import { describeListSource, type ScriptedUser } from '#tests/contracts/list-source.ts';
import { answering, first, scriptedHttp, type Transport } from '#tests/support/scripted-http.ts';
import { createAnilistSource } from './anilist-source.ts';

const BASE = 'https://anilist.test/';
/** Far from MyAnimeList's ids, so that a mix-up shows. */
const ANILIST_OFFSET = 10_000;

const STATUSES: Readonly<Record<ListStatus, string>> = {
	watching: 'CURRENT',
	completed: 'COMPLETED',
	'on-hold': 'PAUSED',
	dropped: 'DROPPED',
	'plan-to-watch': 'PLANNING',
};

const json = (body: unknown, status = 200) => Response.json(body, { status });
const error = (message: string, status?: number) => ({
	errors: [{ message, status, locations: [{ line: 2, column: 2 }] }],
	data: { MediaListCollection: null },
});

interface Variables {
	readonly userName: string;
	readonly chunk: number;
	readonly perChunk: number;
}

const date = (iso: string | null) => {
	const [year = null, month = null, day = null] = iso?.split('-').map(Number) ?? [];
	return { year, month, day };
};

/** A row in the site's own shape. */
const row = (id: number, changed: object = {}) => ({
	id,
	status: 'COMPLETED',
	score: 0,
	progress: 0,
	repeat: 0,
	startedAt: date(null),
	completedAt: date(null),
	media: { id: id + ANILIST_OFFSET, idMal: id },
	...changed,
});

const siteRow = (entry: SiteEntry) =>
	row(entry.malId, {
		status: STATUSES[entry.status],
		score: entry.score ?? 0,
		progress: entry.progress,
		repeat: entry.rewatches,
		startedAt: date(entry.startedOn),
		completedAt: date(entry.finishedOn),
	});

const collection = (lists: readonly (readonly object[])[], hasNextChunk = false) => ({
	data: {
		MediaListCollection: {
			hasNextChunk,
			lists: lists.map((entries, k) => ({ name: `List ${k}`, entries })),
		},
	},
});

async function variablesOf(request: Request): Promise<Variables> {
	return ((await request.json()) as { readonly variables: Variables }).variables;
}

function serve(users: readonly ScriptedUser[]): Transport {
	return async (request) => {
		const { userName, chunk } = await variablesOf(request);
		const user = users.find(({ name }) => name === userName);
		if (!user) return json(error('User not found', 404), 404);
		if (user.private) return json(error('Private User', 404), 404);
		const rows = user.entries.map(siteRow);
		return json(collection([rows.slice(chunk * 2 - 2, chunk * 2)], chunk * 2 < rows.length));
	};
}

const titleIds = {
	byAnilistId: (id: number) => new Map([[77, [701, 702]]]).get(id) ?? [],
};

describeListSource({
	name: 'AniList',
	create: (http) => createAnilistSource({ http, baseUrl: BASE, titleIds }),
	serve,
});

/** What a source makes of one answer. */
async function readFrom(transport: Transport) {
	const { http, clock, requests } = scriptedHttp(transport);
	const source = createAnilistSource({ http, baseUrl: BASE, titleIds });
	const outcome = await clock.run(source.fetchList('sprout', new AbortController().signal));
	return { outcome, requests };
}

const readRows = (...lists: readonly (readonly object[])[]) =>
	readFrom(() => json(collection(lists))).then(({ outcome }) => outcome);

describe('AniList', () => {
	it('converts the scores itself, and gives as much at once as it does', async () => {
		const { requests } = await readFrom(serve([]));
		expect([requests[0]?.method, requests[0]?.url]).toEqual(['POST', BASE]);
		const query = expect.stringContaining('score(format: POINT_100)');
		const variables = { userName: 'sprout', chunk: 1, perChunk: 500 };
		expect(await requests[0]?.json()).toEqual({ query, variables });
	});

	// Stars and smileys come as the hundred points that AniList takes them for.
	it.each([
		[100, 100],
		[85, 85],
		[7.4, 7],
		[0.2, 1],
		[0, null],
		[null, null],
	])('takes the score %s for %s', async (score, taken) => {
		const outcome = await readRows([row(1, { score })]);
		expect(outcome.ok && outcome.list.entries[0]?.score).toBe(taken);
	});

	it.each([101, -1, '85'])('does not take %j for a score', async (score) => {
		expect(await readRows([row(1, { score })])).toEqual({ ok: false, reason: 'source-changed' });
	});

	it.each([
		['POINT_100', 'points-100'],
		['POINT_5', 'stars-5'],
		['POINT_7', undefined],
		[null, undefined],
	])('tells what the owner scores on: %s', async (scoreFormat, told) => {
		const { outcome } = await readFrom(() => {
			const { MediaListCollection } = collection([[row(1)]]).data;
			const user = { mediaListOptions: { scoreFormat } };
			return json({ data: { MediaListCollection: { ...MediaListCollection, user } } });
		});
		expect(outcome.ok && outcome.list.scoreFormat).toBe(told);
	});

	it('merges custom lists, and reads what is hidden from the others', async () => {
		const favourites = [row(1, { score: 90 }), row(9, { status: 'DROPPED' })];
		const outcome = await readRows([row(1, { score: 90 }), row(2)], favourites, favourites);
		expect(outcome.ok && outcome.list.entries.map(({ malId }) => malId)).toEqual([1, 2, 9]);
	});

	it('takes who watches again for somebody who has seen it, and reads partial dates', async () => {
		const outcome = await readRows([
			row(1, {
				status: 'REPEATING',
				repeat: 2,
				progress: 5,
				startedAt: { year: 2013, month: 4, day: null },
				completedAt: { year: 2014, month: null, day: null },
			}),
		]);
		expect(outcome.ok && outcome.list.entries).toEqual([
			{
				malId: 1,
				score: null,
				status: 'completed',
				progress: 5,
				rewatches: 2,
				startedOn: '2013-04',
				finishedOn: '2014',
			},
		]);
	});

	it('asks the catalogue where AniList has no id of MyAnimeList', async () => {
		const outcome = await readRows([
			row(1, { media: { id: 77, idMal: null }, score: 80 }),
			row(2, { media: { id: 78, idMal: 0 } }),
			// Of a title that MyAnimeList has in two parts, and AniList in one and one more.
			row(3, { media: { id: 79, idMal: 702 }, status: 'CURRENT', score: 90 }),
		]);
		expect(
			outcome.ok && outcome.list.entries.map(({ malId, score, status }) => [malId, score, status]),
		).toEqual([
			[701, 80, 'completed'],
			[702, 90, 'completed'],
		]);
		expect(outcome.ok && outcome.list.unresolved).toBe(1);
	});

	it('stops when chunks have no end', async () => {
		const { outcome, requests } = await readFrom(() => json(collection([[row(1)]], true)));
		expect(outcome).toEqual({ ok: false, reason: 'source-changed' });
		expect(requests).toHaveLength(60);
	});

	it.each([200, 404])('tells unknown from private users, with status %i', async (status) => {
		const outcomes = ['User not found', 'Private User'].map(async (message) => {
			const { outcome } = await readFrom(() => json(error(message, 404), status));
			return outcome;
		});
		expect(await Promise.all(outcomes)).toEqual([
			{ ok: false, reason: 'no-such-user' },
			{ ok: false, reason: 'private-list' },
		]);
	});

	it.each([
		[
			'API switched off',
			200,
			error('The AniList API has been temporarily disabled', 403),
			'source-down',
		],
		[
			'API switched off',
			403,
			error('The AniList API has been temporarily disabled', 403),
			'source-down',
		],
		['an error of its own', 200, error('Internal Server Error', 500), 'source-down'],
		['a refused query', 400, error('validation', 400), 'source-changed'],
		['a refused query', 200, error('Cannot query field "lists"'), 'source-changed'],
		['no collection', 200, { data: { MediaListCollection: null } }, 'source-changed'],
	])('understands %s, told with status %i', async (_, status, body, reason) => {
		const { outcome } = await readFrom(() => json(body, status));
		expect(outcome).toEqual({ ok: false, reason });
	});

	it('asks again after an error that came with status 200', async () => {
		const broken = answering(200, JSON.stringify(error('Internal Server Error', 500)));
		const { outcome } = await readFrom(first([broken], () => json(collection([[row(1)]]))));
		expect(outcome.ok).toBe(true);
	});

	it('waits as long as a limit says that came with status 200', async () => {
		const body = JSON.stringify(error('Too Many Requests.', 429));
		const { outcome } = await readFrom(answering(200, body, { 'retry-after': '31' }));
		expect(outcome).toEqual({ ok: false, reason: 'rate-limited', retryAfterS: 31 });
	});
});
