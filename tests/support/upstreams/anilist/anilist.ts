import type { TitleIndex } from '../fixtures/title-index.ts';
import type { FixtureUsers } from '../fixtures/users.ts';
import { parseQuery, type Argument, type Field } from '../graphql/parse-query.ts';
import { QueryError } from '../graphql/query-error.ts';
import { select, type SchemaObject } from '../graphql/select.ts';
import type { Reply, UpstreamRequest } from '../reply.ts';
import { COLLECTION_ARGS, listCollection } from './list-collection.ts';
import { mediaObject } from './media.ts';

interface AniListData {
	readonly users: FixtureUsers;
	readonly titles: TitleIndex;
	readonly nowMs: number;
}

const MOST_PER_PAGE = 50;

/** AniList's GraphQL API: `MediaListCollection`, `Page { media }` and `Media` by POST to its address. */
export function answerAniList(request: UpstreamRequest, data: AniListData): Reply {
	if (request.path !== '/' || request.method !== 'POST')
		return { status: 404, body: errorsBody('Not Found.', 404, null), purpose: 'other' };
	try {
		const { query, variables } = readBody(request);
		return answerQuery(parseQuery(query, variables), data);
	} catch (error) {
		if (!(error instanceof QueryError)) throw error;
		return { status: 400, body: errorsBody(error.message, 400, null), purpose: 'other' };
	}
}

/** A body of errors as AniList writes it. */
export function errorsBody(message: string, status: number, data: unknown) {
	return { errors: [{ message, status, locations: [{ line: 1, column: 1 }] }], data };
}

function readBody({ body, headers }: UpstreamRequest) {
	if (!String(headers['content-type']).startsWith('application/json'))
		throw new QueryError('The body must be JSON.');
	let read: { query?: unknown; variables?: Record<string, Argument> | null } | null;
	try {
		read = JSON.parse(body);
	} catch (cause) {
		throw new QueryError('The body is no JSON.', { cause });
	}
	if (typeof read?.query !== 'string') throw new QueryError('Must provide a query string.');
	return { query: read.query, variables: read.variables ?? {} };
}

function answerQuery(fields: readonly Field[], data: AniListData): Reply {
	const collection = fields.find(({ name }) => name === 'MediaListCollection');
	const answer = () => ({ data: select(root(data, fields), fields) });
	if (!collection) return { status: 200, body: answer(), purpose: 'titles' };
	const { userName, userId } = collection.args;
	const about = { purpose: 'list', userName: String(userName ?? userId) } as const;
	const user = findUser(data, collection.args);
	// Both are 404: only the messages tell them apart.
	const trouble = !user ? 'User not found' : user.private ? 'Private User' : null;
	if (trouble) {
		const nothing = { [collection.alias]: null };
		return { status: 404, body: errorsBody(trouble, 404, nothing), ...about };
	}
	return { status: 200, body: answer(), ...about };
}

function findUser({ users }: AniListData, { userName, userId }: Field['args']) {
	return typeof userId === 'number' ? users.byId(userId) : users.byName(String(userName));
}

function root(data: AniListData, fields: readonly Field[]): SchemaObject {
	const page = fields.find(({ name }) => name === 'Page');
	return {
		type: 'Query',
		fields: {
			MediaListCollection: {
				args: COLLECTION_ARGS,
				resolve(args) {
					const user = findUser(data, args);
					return user ? listCollection(user, args, data.nowMs) : null;
				},
			},
			Page: {
				args: ['page', 'perPage'],
				resolve: () => (page ? titlePage(page, data) : null),
			},
		},
	};
}

/** A page of titles; what its `pageInfo` says depends on what its `media` asks, wherever that stands. */
function titlePage({ args, fields }: Field, { titles, nowMs }: AniListData): SchemaObject {
	const asked = fields.find(({ name }) => name === 'media')?.args ?? {};
	const limit = Math.min(Number(args.perPage ?? MOST_PER_PAGE), MOST_PER_PAGE);
	const page = Number(args.page ?? 1);
	const offset = (page - 1) * limit;
	const found = titles.find(
		idSet(asked.id_in ?? asked.id ?? null),
		idSet(asked.idMal_in ?? asked.idMal ?? null),
	);
	const hasNextPage = offset + limit < found.length;
	return {
		type: 'Page',
		fields: {
			media: {
				args: ['id', 'id_in', 'idMal', 'idMal_in', 'type', 'sort'],
				resolve: () =>
					found.slice(offset, offset + limit).map((title) => mediaObject(title, nowMs)),
			},
			pageInfo: {
				type: 'PageInfo',
				// Only `hasNextPage` can be relied on, as on AniList.
				fields: { hasNextPage, currentPage: page, perPage: limit, total: 5000, lastPage: 100 },
			},
		},
	};
}

/** AniList takes one value where it expects a list. */
function idSet(argument: Argument): Set<number> | null {
	if (argument === null) return null;
	return new Set((typeof argument === 'object' ? argument : [argument]).map(Number));
}
