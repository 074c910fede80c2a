import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBundle } from '#server/bundle.ts';
import { loopbackFetch } from '#tests/support/loopback-fetch.ts';
import { BEHAVIOURS, tableOfNames } from './behaviours.ts';
import { startUpstreams, type Upstreams } from './upstreams.ts';

const clock = { ms: Date.UTC(2026, 10, 25) };
let upstreams: Upstreams;

beforeAll(async () => {
	const { catalogue } = await readBundle('bundle', []);
	const now = () => clock.ms;
	upstreams = await startUpstreams({ catalogue, now, slowMs: 1, dripMs: 1 });
});
afterAll(() => upstreams.stop());
beforeEach(() => upstreams.reset());

const askMal = (path: string, headers: Record<string, string> = { 'X-MAL-CLIENT-ID': 'some' }) =>
	loopbackFetch(`${upstreams.env.MAL_API_URL}${path}`, { headers });
const askAniList = (query: string, variables: Record<string, unknown> = {}) =>
	loopbackFetch(upstreams.env.ANILIST_API_URL, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ query, variables }),
	});
const askKitsu = (path: string) => loopbackFetch(`${upstreams.env.KITSU_API_URL}${path}`);

describe('MyAnimeList', () => {
	it('gives 100 entries a page and the address of the next one', async () => {
		const first = await (await askMal('/users/long/animelist?fields=list_status')).json();
		expect(first.data).toHaveLength(100);
		expect(first.paging).toEqual({
			next: `${upstreams.env.MAL_API_URL}/users/long/animelist?fields=list_status&offset=100`,
		});
		const last = await (await askMal('/users/long/animelist?limit=1000&offset=1000')).json();
		expect(last.paging.next).toBeUndefined();
		expect(last.paging.previous).toContain('offset=0');
	});

	it('says of an entry only what is asked, and nothing of adult titles unless asked', async () => {
		const plain = await (await askMal('/users/mika/animelist')).json();
		expect(plain.data[0]).toEqual({
			node: {
				id: 5114,
				title: 'Fullmetal Alchemist: Brotherhood',
				main_picture: expect.objectContaining({ medium: expect.any(String) }),
			},
		});
		expect(plain.data).toHaveLength(16);
		const query = 'nsfw=true&fields=list_status{num_times_rewatched}';
		const asked = await (await askMal(`/users/MIKA/animelist?${query}`)).json();
		expect(asked.data).toHaveLength(17);
		expect(asked.data[0].list_status).toEqual({
			status: 'completed',
			score: 10,
			num_episodes_watched: 64,
			is_rewatching: false,
			num_times_rewatched: 1,
			start_date: '2012-04-01',
			updated_at: '2026-05-17T09:30:00+00:00',
		});
	});

	it.each([
		['no client id', '/users/mika/animelist', {}, 400, 'bad_request'],
		['a limit above 1000', '/users/mika/animelist?limit=1001', undefined, 400, 'bad_request'],
		['an unknown status', '/users/mika/animelist?status=seen', undefined, 400, 'bad_request'],
		['nobody who is logged in', '/users/@me/animelist', undefined, 401, 'invalid_token'],
		['a private list', '/users/private/animelist', undefined, 403, 'not_permitted'],
		['an unknown user', '/users/nobody/animelist', undefined, 404, 'not_found'],
	])('refuses %s', async (_, path, headers, status, error) => {
		const answer = await askMal(path, headers);
		expect(answer.status).toBe(status);
		expect(await answer.json()).toMatchObject({ error });
	});
});

const LISTS = `query ($userName: String!, $chunk: Int, $single: Boolean = false) {
	MediaListCollection(userName: $userName, type: ANIME, chunk: $chunk, perChunk: 500, forceSingleCompletedList: $single) {
		hasNextChunk
		user { mediaListOptions { scoreFormat } }
		lists { name isCustomList entries { ...entry } }
	}
}
fragment entry on MediaList {
	own: score raw: score(format: POINT_100) status hiddenFromStatusLists
	startedAt { year month day } media { id idMal }
}`;

describe('AniList', () => {
	it('shows a score in the format of the user and converts it where that is asked', async () => {
		const shown = async (userName: string) => {
			const { data } = await (await askAniList(LISTS, { userName, single: true })).json();
			return data.MediaListCollection.lists[0].entries.map(
				(entry: { own: number; raw: number }) => [entry.raw, entry.own],
			);
		};
		expect(await shown('stars')).toEqual([
			[10, 1],
			[30, 2],
			[50, 3],
			[70, 4],
			[90, 5],
			[35, 2],
			[60, 3],
			[85, 5],
			[73, 4],
			[100, 5],
			[0, 0],
		]);
		expect((await shown('smileys')).slice(5, 8)).toEqual([
			[35, 1],
			[60, 2],
			[85, 3],
		]);
		expect((await shown('decimals'))[8]).toEqual([73, 7.3]);
		expect((await shown('tens'))[8]).toEqual([73, 7]);
	});

	it('puts entries on lists by status, format and custom list, hidden ones on the last only', async () => {
		const lists = async (single: boolean) => {
			const { data } = await (await askAniList(LISTS, { userName: 'mika', single })).json();
			return data.MediaListCollection.lists.map(
				({ name, isCustomList, entries }: Record<string, unknown[]>) =>
					`${name} ${entries?.length}${isCustomList ? ' custom' : ''}`,
			);
		};
		expect(await lists(true)).toEqual([
			'Completed 12',
			'Watching 1',
			'Rewatching 1',
			'Paused 1',
			'Dropped 1',
			'Planning 1',
			'Favourites 2 custom',
			'Old ones 1 custom',
		]);
		expect((await lists(false)).slice(0, 2)).toEqual(['Completed TV 10', 'Completed Movie 2']);
	});

	it('gives chunks of 500 to the end', async () => {
		const chunk = async (number: number) => {
			const variables = { userName: 'long', chunk: number };
			return (await (await askAniList(LISTS, variables)).json()).data.MediaListCollection
				.hasNextChunk;
		};
		expect([await chunk(1), await chunk(3), await chunk(4)]).toEqual([true, true, false]);
	});

	it.each([
		['private', 'Private User'],
		['nobody', 'User not found'],
	])('answers 404 for %s, with the reason in a message', async (userName, message) => {
		const answer = await askAniList(LISTS, { userName });
		expect(answer.status).toBe(404);
		expect(await answer.json()).toMatchObject({
			errors: [{ message, status: 404 }],
			data: { MediaListCollection: null },
		});
	});

	it.each([
		['a field that it does not have', 'query { Page { media { summary } } }', 'summary'],
		['an argument that it does not have', 'query { Page(size: 3) { media { id } } }', 'size'],
		['an object without fields', 'query { Page { media } }', 'subfields'],
		['a variable without a value', 'query ($n: Int!) { Page(page: $n) { media { id } } }', '$n'],
		['half a query', 'query { Page {', '<EOF>'],
		['an unknown fragment', 'query { Page { ...what } }', 'what'],
	])('refuses %s', async (_, query, named) => {
		const answer = await askAniList(query);
		expect(answer.status).toBe(400);
		expect((await answer.json()).errors[0].message).toContain(named);
	});

	it('describes titles by either id, with what is fresh about them', async () => {
		const query = `query ($ids: [Int]) { Page(perPage: 50) {
			pageInfo { hasNextPage }
			media(idMal_in: $ids, type: ANIME) {
				idMal description coverImage { large } nextAiringEpisode { episode airingAt }
				externalLinks { site type url }
			}
		} }`;
		const { data } = await (await askAniList(query, { ids: [21, 1535, 999_999] })).json();
		expect(data.Page.pageInfo).toEqual({ hasNextPage: false });
		const [onePiece, deathNote] = data.Page.media;
		expect(onePiece).toMatchObject({
			idMal: 21,
			nextAiringEpisode: { episode: 8, airingAt: clock.ms / 1000 + 3 * 86_400 },
			coverImage: { large: expect.stringMatching(/^https:/) },
		});
		expect(deathNote).toMatchObject({ idMal: 1535, nextAiringEpisode: null });
		expect(deathNote.externalLinks.at(-1).url).toMatch(/^javascript:/);
		expect(upstreams.counts('anilist')).toMatchObject({ titles: 1, lists: 0 });
	});

	it('tells how many requests are left, and refuses the 31st of a minute', async () => {
		const first = await askAniList(LISTS, { userName: 'mika' });
		expect(first.headers.get('x-ratelimit-limit')).toBe('30');
		expect(first.headers.get('x-ratelimit-remaining')).toBe('29');
		await Promise.all(
			Array.from({ length: 29 }, () => askAniList(LISTS, { userName: 'reader-1' })),
		);
		clock.ms += 20_000;
		const refused = await askAniList(LISTS, { userName: 'mika' });
		expect(refused.status).toBe(429);
		expect(refused.headers.get('retry-after')).toBe('40');
		expect(Number(refused.headers.get('x-ratelimit-reset'))).toBe((clock.ms + 40_000) / 1000);
		expect(upstreams.counts('anilist')).toMatchObject({ requests: 31, lists: 30, refused: 1 });
		clock.ms += 40_000;
		expect((await askAniList(LISTS, { userName: 'mika' })).status).toBe(200);
	});
});

describe('Kitsu', () => {
	it('finds users by name or by slug, which some do not have', async () => {
		const found = async (filter: string) =>
			(await (await askKitsu(`/users?${filter}`)).json()).data;
		expect(await found('filter[slug]=mika')).toMatchObject([{ id: '1001', type: 'users' }]);
		const name = encodeURIComponent('Zoë ミカ');
		expect(await found(`filter[name]=${name}`)).toHaveLength(1);
		expect(await found(`filter[slug]=${name}`)).toEqual([]);
		expect(await found('filter[name]=nobody')).toEqual([]);
	});

	it('gives entries with their titles and mappings where those are included', async () => {
		const include = 'include=anime.mappings&page[limit]=500';
		const answer = await askKitsu(`/library-entries?filter[user_id]=1001&${include}`);
		expect(answer.headers.get('content-type')).toContain('application/vnd.api+json');
		const { data, included, links } = await answer.json();
		// Neither the adult title, which Kitsu hides, nor the private one.
		expect(data).toHaveLength(17);
		expect(links.next).toBeUndefined();
		expect(data[10]).toMatchObject({
			attributes: { status: 'completed', ratingTwenty: 15, reconsuming: false },
			relationships: { anime: { data: { type: 'anime', id: '41370' } } },
		});
		expect(data[10].relationships.media.data).toBeUndefined();
		const anime = included.find(
			({ type, id }: Record<string, string>) => type === 'anime' && id === '41370',
		);
		expect(anime.relationships.mappings.data[1]).toEqual({ type: 'mappings', id: '413702' });
		expect(included).toContainEqual(
			expect.objectContaining({
				id: '413702',
				attributes: { externalSite: 'myanimelist/anime', externalId: '38000' },
			}),
		);
	});

	it('gives ten entries unless told, at most 500, and the address of the next ones', async () => {
		const { id } = (await (await askKitsu('/users?filter[name]=long')).json()).data[0];
		const first = await (await askKitsu(`/library-entries?filter[user_id]=${id}`)).json();
		expect(first.data).toHaveLength(10);
		expect(new URL(first.links.next).searchParams.get('page[offset]')).toBe('10');
		expect((await askKitsu('/library-entries?page[limit]=501')).status).toBe(400);
	});
});

describe('names with a behaviour', () => {
	const list = (name: string) => askMal(`/users/${name}/animelist?fields=list_status`);

	it.each([
		['down', 503],
		['blocked', 403],
		['rate-limited', 429],
	])('%s answers HTTP %i', async (name, status) => {
		expect((await list(name)).status).toBe(status);
	});

	it.each(['reset', 'truncated'])('%s breaks the connection', async (name) => {
		await expect(list(name).then((answer) => answer.text())).rejects.toThrow(
			/fetch failed|terminated/,
		);
	});

	it('slow comes through in the end', async () => {
		expect((await (await list('slow')).json()).data).toHaveLength(16);
	});

	it.each(['drip', 'flood'])(
		'%s goes on, and the client that has enough is counted',
		async (name) => {
			const reader = (await list(name)).body?.getReader();
			await reader?.read();
			await reader?.cancel();
			await expect.poll(() => upstreams.counts('mal').abandoned).toBe(1);
		},
	);

	it('flaky fails at first', async () => {
		expect([(await list('flaky')).status, (await list('flaky')).status]).toEqual([502, 200]);
	});

	it('rate-limited-briefly counts down', async () => {
		const refused = await list('rate-limited-briefly');
		expect(refused.headers.get('retry-after')).toBe('21');
		clock.ms += 21_000;
		expect((await list('rate-limited-briefly')).status).toBe(200);
	});

	it('html-error, changed-shape and the errors of AniList look like answers', async () => {
		expect(await (await list('html-error')).text()).toMatch(/^<!doctype html>/);
		expect((await (await list('changed-shape')).json()).data[0].node.id).toBe('5114');
		const error = await askAniList(LISTS, { userName: 'error-in-200' });
		expect(error.status).toBe(200);
		expect((await error.json()).errors[0].status).toBe(500);
	});

	it('endless has always one page more, elsewhere has it at another host', async () => {
		const page = async (path: string) => (await (await askMal(path)).json()).paging.next;
		expect(await page('/users/endless/animelist?limit=500&offset=90000')).toContain('offset=90500');
		expect(await page('/users/elsewhere/animelist')).toContain('http://elsewhere.invalid');
	});

	it('are all in the tables', () => {
		const missing = (text: string) => BEHAVIOURS.filter(({ name }) => !text.includes(name));
		expect(missing(tableOfNames())).toEqual([]);
		expect(missing(readFileSync('docs/upstreams.md', 'utf8'))).toEqual([]);
	});
});
