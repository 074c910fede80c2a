import { describe, expect, it } from 'vitest';
import type { ListStatus } from '#core/profile/list-entry.ts';
import type { SiteEntry } from '#core/profile/site-list.ts';
import { describeListSource, type ScriptedUser } from '#tests/contracts/list-source.ts';
import { answering, scriptedHttp, type Transport } from '#tests/support/scripted-http.ts';
import { createKitsuSource } from './kitsu-source.ts';

const BASE = 'https://kitsu.test/api/edge';
/** Far from MyAnimeList's ids, so that a mix-up shows. */
const KITSU_OFFSET = 20_000;

const STATUSES: Readonly<Record<ListStatus, string>> = {
	watching: 'current',
	completed: 'completed',
	'on-hold': 'on_hold',
	dropped: 'dropped',
	'plan-to-watch': 'planned',
};

const json = (body: unknown, status = 200) => Response.json(body, { status });
const REFUSED = { errors: [{ title: 'Forbidden', status: '403' }] };

/** A row in the site's own shape, with the anime that it is about. */
const row = (animeId: number, attributes: object = {}) => ({
	id: `${animeId}0`,
	type: 'libraryEntries',
	attributes: { status: 'completed', progress: 0, ratingTwenty: null, ...attributes },
	relationships: { anime: { data: { type: 'anime', id: `${animeId}` } } },
});

const siteRow = (entry: SiteEntry) =>
	row(entry.malId + KITSU_OFFSET, {
		status: STATUSES[entry.status],
		progress: entry.progress,
		reconsuming: false,
		reconsumeCount: entry.rewatches,
		ratingTwenty: entry.score === null ? null : entry.score / 5,
		startedAt: entry.startedOn && `${entry.startedOn}T12:00:00.000Z`,
		finishedAt: entry.finishedOn && `${entry.finishedOn}T12:00:00.000Z`,
	});

/** An anime and its mappings, as they are sent along. */
const included = (animeId: number, mappings: Readonly<Record<string, string>>) => {
	const ids = Object.keys(mappings).map((_, k) => `${animeId}-${k}`);
	return [
		{
			id: `${animeId}`,
			type: 'anime',
			attributes: { slug: `title-${animeId}` },
			relationships: { mappings: { data: ids.map((id) => ({ type: 'mappings', id })) } },
		},
		...Object.entries(mappings).map(([externalSite, externalId], k) => ({
			id: ids[k],
			type: 'mappings',
			attributes: { externalSite, externalId },
		})),
	];
};

const titleIds = { byKitsuId: (id: number) => (id === 77 ? [701, 702] : []) };

function serve(users: readonly ScriptedUser[]): Transport {
	return ({ url }) => {
		const { pathname, searchParams } = new URL(url);
		if (pathname === '/api/edge/users') {
			const by = searchParams.has('filter[slug]') ? 'slug' : 'name';
			const wanted = searchParams.get(`filter[${by}]`)?.split(',') ?? [];
			// Names with letters that addresses don't take have no slug.
			const named = users.map(({ name }, k) => ({
				id: `${k}`,
				type: 'users',
				attributes: { name, slug: /^[a-z]+$/.test(name) ? name : null },
			}));
			return json({
				data: named.filter(({ attributes }) => wanted.includes(attributes[by] ?? '')),
			});
		}
		const user = users[Number(searchParams.get('filter[user_id]'))];
		if (!user || user.private) return json(REFUSED, 403);
		const offset = Number(searchParams.get('page[offset]') ?? 0);
		const next = new URL(url);
		next.searchParams.set('page[offset]', `${offset + 2}`);
		const entries = user.entries.slice(offset, offset + 2);
		return json({
			data: entries.map(siteRow),
			included: entries.flatMap(({ malId }) =>
				included(malId + KITSU_OFFSET, {
					'anilist/anime': `${malId + 1}`,
					'myanimelist/anime': `${malId}`,
				}),
			),
			links: { first: url, ...(offset + 2 < user.entries.length && { next: next.href }) },
		});
	};
}

describeListSource({
	name: 'Kitsu',
	create: (http) => createKitsuSource({ http, baseUrl: BASE, titleIds }),
	serve,
});

/** A site where everybody has the one library. */
const library = (page: object): Transport => {
	return ({ url }) =>
		new URL(url).pathname.endsWith('/users')
			? json({ data: [{ id: '9', attributes: { name: 'Sprout', slug: 'sprout' } }] })
			: json(page);
};

/** What a source makes of it. */
async function readFrom(transport: Transport, name = 'sprout') {
	const { http, clock, requests } = scriptedHttp(transport);
	const source = createKitsuSource({ http, baseUrl: BASE, titleIds });
	const outcome = await clock.run(source.fetchList(name, new AbortController().signal));
	return { outcome, requests };
}

const readRow = async (attributes: object) => {
	const page = { data: [row(1, attributes)], included: included(1, { 'myanimelist/anime': '5' }) };
	const { outcome } = await readFrom(library(page));
	return outcome.ok ? outcome.list.entries[0] : outcome;
};

describe('Kitsu', () => {
	it('is asked for anime only, with their ids elsewhere', async () => {
		const { requests } = await readFrom(library({ data: [] }));
		const { origin, pathname, searchParams } = new URL(requests[1]?.url ?? '');
		expect(origin + pathname).toBe(`${BASE}/library-entries`);
		expect(Object.fromEntries(searchParams)).toEqual({
			'filter[user_id]': '9',
			'filter[kind]': 'anime',
			include: 'anime,anime.mappings',
			'fields[anime]': 'slug,mappings',
			'fields[mappings]': 'externalSite,externalId',
			'page[limit]': '500',
		});
		expect(requests[1]?.headers.get('accept')).toBe('application/vnd.api+json');
	});

	it.each([
		[20, 100],
		[17, 85],
		[2, 10],
		[0, null],
		[null, null],
	])('takes %s of twenty for %s', async (ratingTwenty, score) => {
		expect(await readRow({ ratingTwenty })).toMatchObject({ score });
	});

	it.each([
		['rating', { ratingTwenty: 21 }],
		['rating', { ratingTwenty: '17' }],
		['status', { status: 'pondering' }],
	])('says that the site has changed when a %s is none', async (_, attributes) => {
		expect(await readRow(attributes)).toEqual({ ok: false, reason: 'source-changed' });
	});

	it('takes who watches again for somebody who has seen it', async () => {
		expect(
			await readRow({ status: 'current', reconsuming: true, reconsumeCount: 1, progress: 3 }),
		).toEqual({
			malId: 5,
			score: null,
			status: 'completed',
			progress: 3,
			rewatches: 1,
			startedOn: null,
			finishedOn: null,
		});
	});

	it('asks the catalogue where Kitsu has no id of MyAnimeList', async () => {
		const { outcome } = await readFrom(
			library({
				data: [row(77, { ratingTwenty: 10 }), row(78), row(79)],
				included: [
					...included(77, { 'anilist/anime': '3' }),
					...included(78, { 'myanimelist/anime': 'unknown' }),
					...included(79, { 'myanimelist/anime': '702' }),
				],
			}),
		);
		expect(outcome.ok && outcome.list.entries.map(({ malId, score }) => [malId, score])).toEqual([
			[701, 50],
			[702, 50],
		]);
		expect(outcome.ok && outcome.list.unresolved).toBe(1);
	});

	it('reads the title of an entry from either of its names', async () => {
		const { relationships, ...rest } = row(1);
		const { outcome } = await readFrom(
			library({
				data: [{ ...rest, relationships: { media: relationships.anime } }],
				included: included(1, { 'myanimelist/anime': '5' }),
			}),
		);
		expect(outcome.ok && outcome.list.entries[0]?.malId).toBe(5);
	});

	it('finds users in any case, by name where there is no such slug', async () => {
		const page = { data: [row(77)] };
		expect((await readFrom(library(page), 'SPROUT')).requests).toHaveLength(2);
		const named = { id: '9', attributes: { name: 'Ünï', slug: '9' } };
		const { outcome } = await readFrom(({ url }) => {
			const { searchParams } = new URL(url);
			if (searchParams.has('filter[slug]')) return json({ data: [] });
			return json(searchParams.has('filter[name]') ? { data: [named] } : page);
		}, 'ünï');
		expect(outcome.ok).toBe(true);
	});

	it('does not take somebody else for a user whose name has a comma', async () => {
		const { outcome } = await readFrom(serve([{ name: 'one', entries: [] }]), 'one,two');
		expect(outcome).toEqual({ ok: false, reason: 'no-such-user' });
	});

	it('does not follow to another site', async () => {
		const links = { next: 'https://elsewhere.example/api/edge/library-entries' };
		const { outcome, requests } = await readFrom(library({ data: [], links }));
		expect(outcome).toEqual({ ok: false, reason: 'source-changed' });
		expect(requests).toHaveLength(2);
	});

	it('stops when a page names itself as the next', async () => {
		const { outcome, requests } = await readFrom((request) =>
			new URL(request.url).pathname.endsWith('/users')
				? json({ data: [{ id: '9', attributes: { name: null, slug: 'sprout' } }] })
				: json({ data: [row(77)], links: { next: request.url } }),
		);
		expect(outcome).toEqual({ ok: false, reason: 'source-changed' });
		expect(requests).toHaveLength(2);
	});

	it('understands a refused question', async () => {
		const body = JSON.stringify({ errors: [{ title: 'Bad filter', status: '400' }] });
		const { outcome } = await readFrom(answering(400, body));
		expect(outcome).toEqual({ ok: false, reason: 'source-changed' });
	});
});
