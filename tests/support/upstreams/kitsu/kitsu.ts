import type { FixtureUser } from '../fixtures/user.ts';
import type { FixtureUsers } from '../fixtures/users.ts';
import { nextUrl, pageOf } from '../paging.ts';
import type { Reply, UpstreamRequest } from '../reply.ts';
import { jsonApiDocument, type Fieldsets } from './resource.ts';
import { entryResource, KITSU_STATUSES, userResource } from './resources.ts';

/** Most of a page, and of one of a library. */
const MOST_LIMIT = 20;
const MOST_ENTRIES = 500;
const DEFAULT_LIMIT = 10;
const INCLUDES = /^(?:user|media|anime)(?:\.mappings)?$/;
const HEADERS = { 'content-type': 'application/vnd.api+json; charset=utf-8' };

/** Kitsu's JSON:API: `/users` by name or slug and `/library-entries` by user, below its address. */
export function answerKitsu(request: UpstreamRequest, users: FixtureUsers): Reply {
	const { path, method } = request;
	if (method === 'GET' && path === '/users') return findUsers(request.url, users);
	if (method === 'GET' && path === '/library-entries') return library(request.url, users);
	return refuse(404, '404', 'Record not found', 'The record could not be found.');
}

function refuse(status: number, code: string, title: string, detail: string): Reply {
	const errors = [{ title, detail, code, status: String(status) }];
	return { status, headers: HEADERS, body: { errors }, purpose: 'other' };
}

function findUsers(url: URL, users: FixtureUsers): Reply {
	const query = url.searchParams;
	const slug = query.get('filter[slug]');
	const name = query.get('filter[name]') ?? slug ?? '';
	const found = users.byName(name);
	const resource = found && userResource(found);
	// Many users never chose a slug.
	const has = resource && (slug === null || resource.attributes.slug !== null);
	const body = {
		...jsonApiDocument(has ? [resource] : [], [], fieldsets(query)),
		meta: { count: has ? 1 : 0 },
		links: { first: url.href, last: url.href },
	};
	return { status: 200, headers: HEADERS, body, purpose: 'user', userName: name };
}

function library(url: URL, users: FixtureUsers): Reply {
	const query = url.searchParams;
	const user = users.byId(Number(query.get('filter[user_id]') ?? query.get('filter[userId]')));
	const limit = Number(query.get('page[limit]') ?? DEFAULT_LIMIT);
	const offset = Number(query.get('page[offset]') ?? 0);
	const trouble = pageTrouble(limit, offset);
	if (trouble) return trouble;
	const include = (query.get('include') ?? '').split(',').filter(Boolean);
	const strange = include.find((path) => !INCLUDES.test(path));
	if (strange) {
		const detail = `${strange} is not a valid relationship of libraryEntries`;
		return refuse(400, '112', 'Invalid field', detail);
	}
	const page = pageOf(user ? visible(user, query) : [], offset, limit, user?.endless ?? false);
	const resources = user ? page.rows.map((entry) => entryResource(entry, user)) : [];
	const body = {
		...jsonApiDocument(resources, include, fieldsets(query)),
		meta: { count: user?.entries.length ?? 0, statusCounts: {} },
		links: {
			first: url.href,
			...(page.hasNext && user && { next: nextUrl(url, pageAt(offset + limit, limit), user) }),
			last: url.href,
		},
	};
	const about = { purpose: 'list', userName: user?.name ?? '' } as const;
	return { status: 200, headers: HEADERS, body, ...about };
}

function pageTrouble(limit: number, offset: number): Reply | null {
	const invalid = (detail: string) => refuse(400, '118', 'Invalid page value', detail);
	if (!(limit >= 1)) return invalid('invalid value for limit page parameter.');
	if (!(offset >= 0)) return invalid('invalid value for offset page parameter.');
	if (limit > MOST_ENTRIES)
		return invalid(`limit exceeds maximum page size of ${MOST_ENTRIES}; elsewhere ${MOST_LIMIT}.`);
	return null;
}

/** Of a library, what somebody who is not logged in sees. */
function visible(user: FixtureUser, query: URLSearchParams) {
	const kind = query.get('filter[kind]') ?? 'anime';
	const statuses = query.get('filter[status]')?.split(',');
	if (kind !== 'anime' || user.private) return [];
	return user.entries.filter(
		({ title, status, private: own }) =>
			title.kitsu && !title.adult && !own && (statuses?.includes(KITSU_STATUSES[status]) ?? true),
	);
}

const pageAt = (offset: number, limit: number) => ({
	'page[offset]': offset,
	'page[limit]': limit,
});

function fieldsets(query: URLSearchParams): Fieldsets {
	const asked = new Map<string, ReadonlySet<string>>();
	for (const [name, value] of query) {
		const type = /^fields\[(\w+)\]$/.exec(name)?.[1];
		if (type) asked.set(type, new Set(value.split(',')));
	}
	return asked;
}
