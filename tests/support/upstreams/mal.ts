import type { ListStatus } from '#core/profile/list-entry.ts';
import type { FixtureEntry, FixtureUser } from './fixtures/user.ts';
import type { FixtureUsers } from './fixtures/users.ts';
import { parseFields, type Fields } from './mal-fields.ts';
import { nextUrl, pageOf } from './paging.ts';
import type { Reply, UpstreamRequest } from './reply.ts';

const STATUSES: Record<ListStatus, string> = {
	watching: 'watching',
	completed: 'completed',
	'on-hold': 'on_hold',
	dropped: 'dropped',
	'plan-to-watch': 'plan_to_watch',
};
const SORTS = ['list_score', 'list_updated_at', 'anime_title', 'anime_start_date', 'anime_id'];
const DEFAULT_LIMIT = 100;
const MOST_LIMIT = 1000;
const LIST_PATH = /^\/users\/([^/]+)\/animelist$/;

const refuse = (status: number, error: string, message = ''): Reply => ({
	status,
	body: { message, error },
	purpose: 'other',
});

/** MyAnimeList API v2, as far as public lists go: `/users/{name}/animelist` below its address. */
export function answerMal(request: UpstreamRequest, users: FixtureUsers): Reply {
	if (!request.headers['x-mal-client-id']) return refuse(400, 'bad_request', 'Invalid client id');
	const typed = LIST_PATH.exec(request.path)?.[1];
	if (request.method !== 'GET' || typed === undefined) return refuse(404, 'not_found');
	const userName = decodeURIComponent(typed);
	// Means whoever is logged in, and nobody is.
	if (userName === '@me') return refuse(401, 'invalid_token');
	const user = users.byName(userName);
	const about = { purpose: 'list', userName } as const;
	if (!user) return { ...refuse(404, 'not_found'), ...about };
	if (user.private) return { ...refuse(403, 'not_permitted'), ...about };
	return { ...animeList(request.url, user), ...about };
}

function animeList(url: URL, user: FixtureUser): Reply {
	const query = url.searchParams;
	const limit = wholeNumber(query.get('limit'), DEFAULT_LIMIT);
	const offset = wholeNumber(query.get('offset'), 0);
	if (!(limit >= 1 && limit <= MOST_LIMIT)) return refuse(400, 'bad_request', 'invalid limit');
	if (!(offset >= 0)) return refuse(400, 'bad_request', 'invalid offset');
	const status = query.get('status');
	if (status && !Object.values(STATUSES).includes(status))
		return refuse(400, 'bad_request', 'invalid status');
	const sort = query.get('sort');
	if (sort && !SORTS.includes(sort)) return refuse(400, 'bad_request', 'invalid sort');
	const adultToo = ['true', '1'].includes(query.get('nsfw') ?? '');
	const entries = user.entries.filter(
		({ title, status: own }) =>
			title.malId !== null && (adultToo || !title.adult) && (!status || STATUSES[own] === status),
	);
	const { rows, hasNext } = pageOf(entries, offset, limit, user.endless);
	const fields = parseFields(query.get('fields') ?? '');
	const paging = {
		...(offset > 0 && { previous: nextUrl(url, { offset: Math.max(0, offset - limit) }, user) }),
		...(hasNext && { next: nextUrl(url, { offset: offset + limit }, user) }),
	};
	const data = rows.map((entry) => row(entry, fields));
	return { status: 200, body: { data, paging }, purpose: 'list' };
}

const wholeNumber = (text: string | null, otherwise: number) =>
	text === null ? otherwise : /^\d+$/.test(text) ? Number(text) : Number.NaN;

function row(entry: FixtureEntry, fields: Fields) {
	const { title } = entry;
	const listStatus = fields.get('list_status');
	return {
		node: {
			id: title.malId,
			title: title.name,
			// May be absent.
			...(title.poster && { main_picture: { medium: title.poster, large: title.poster } }),
			...(fields.has('nsfw') && { nsfw: title.adult ? 'black' : 'white' }),
			...(fields.has('num_episodes') && { num_episodes: title.episodes ?? 0 }),
			...(fields.has('media_type') && { media_type: title.movie ? 'movie' : 'tv' }),
		},
		// Comes only when it is asked for, which is easily forgotten.
		...(listStatus && { list_status: listStatusOf(entry, listStatus) }),
	};
}

function listStatusOf(entry: FixtureEntry, asked: Fields) {
	return {
		// Who rewatches has completed it.
		status: entry.rewatching ? STATUSES.completed : STATUSES[entry.status],
		score: Math.round(entry.score / 10),
		num_episodes_watched: entry.progress,
		is_rewatching: entry.rewatching,
		updated_at: '2026-05-17T09:30:00+00:00',
		...(entry.startedOn && { start_date: entry.startedOn }),
		...(entry.finishedOn && { finish_date: entry.finishedOn }),
		...(asked.has('num_times_rewatched') && { num_times_rewatched: entry.rewatches }),
		...(asked.has('rewatch_value') && { rewatch_value: 0 }),
		...(asked.has('priority') && { priority: 0 }),
		...(asked.has('tags') && { tags: entry.customLists }),
		...(asked.has('comments') && { comments: '' }),
	};
}
