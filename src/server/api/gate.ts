import { clientKey } from './client-key.ts';
import { entityTag, namesTag } from './entity-tag.ts';
import { apiFailure } from './failures.ts';
import { methodOf } from './docs/operations.ts';
import { allowanceHeaders, type RequestLimiter } from './request-limiter.ts';

/** Everything below is the API's. */
export const API_ROOT = '/api/v1/';

/** Pages of the site itself may ask more often: whoever opens many rows is no program. */
const OWN_PAGES_FACTOR = 4;
const PREFLIGHT_AGE_S = '86400';

/** Open to pages of any site, without cookies: nothing here depends on who asks. */
const CORS_HEADERS = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers':
		'ETag, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After',
};

/** What the gate needs to know of a request. */
export interface ApiCall {
	readonly request: Request;
	readonly url: URL;
	/** The route that answers; null where there is none. */
	readonly routeId: string | null;
	/** The client's address; asked for only where it is counted, and never kept as it is. */
	readonly address: () => string;
}

export interface ApiGateOptions {
	readonly limiter: RequestLimiter;
	/** 0: as many as anybody likes. */
	readonly requestsPerMinute: number;
	readonly bundleHash: string;
}

/**
 * What all calls of the API have in common: who may call from where and how often, which methods there are, tags
 * of answers that can be kept, and one shape of errors.
 */
export type ApiGate = (call: ApiCall, answer: () => Promise<Response>) => Promise<Response>;

export function createApiGate({ limiter, requestsPerMinute, bundleHash }: ApiGateOptions): ApiGate {
	const respond = async (call: ApiCall, answer: () => Promise<Response>): Promise<Response> => {
		const { method } = call.request;
		const allowed = methodsOf(call.routeId);
		if (allowed !== null && method === 'OPTIONS') return preflight(allowed);
		if (allowed !== null && !allowed.includes(method)) return notAllowed(allowed);
		const response = await answer();
		// A bug; the framework would answer it with a page.
		if (response.status === 500) return apiFailure('unexpected');
		return tagged(response, call.request, bundleHash);
	};
	return async (call, answer) => {
		const counted = requestsPerMinute > 0 && call.request.method !== 'OPTIONS';
		if (!counted) return withHeaders(await respond(call, answer), CORS_HEADERS);
		const own = isOwnPage(call);
		const allowance = limiter(
			`${own ? 'own ' : ''}${clientKey(call.address())}`,
			requestsPerMinute * (own ? OWN_PAGES_FACTOR : 1),
		);
		const response = allowance.ok ? await respond(call, answer) : apiFailure('too-many-requests');
		return withHeaders(response, { ...CORS_HEADERS, ...allowanceHeaders(allowance) });
	};
}

/** Methods of a route, null where there is none. */
function methodsOf(routeId: string | null): readonly string[] | null {
	const method = routeId === null ? undefined : methodOf(routeId);
	if (method === undefined) return null;
	return method === 'GET' ? ['GET', 'HEAD', 'OPTIONS'] : [method, 'OPTIONS'];
}

function preflight(allowed: readonly string[]): Response {
	const methods = allowed.join(', ');
	return new Response(null, {
		status: 204,
		headers: {
			allow: methods,
			'access-control-allow-methods': methods,
			'access-control-allow-headers': 'Content-Type, If-None-Match',
			'access-control-max-age': PREFLIGHT_AGE_S,
		},
	});
}

function notAllowed(allowed: readonly string[]): Response {
	return withHeaders(apiFailure('method-not-allowed'), { allow: allowed.join(', ') });
}

/** Gives an answer that anybody may keep its tag, and only the tag to whoever has it already. */
async function tagged(response: Response, request: Request, bundleHash: string): Promise<Response> {
	const { headers, status } = response;
	if (status !== 200 || !headers.get('cache-control')?.startsWith('public')) return response;
	const body = await response.text();
	const etag = entityTag(bundleHash, body);
	const known = namesTag(request.headers.get('if-none-match'), etag);
	const kept = new Headers(headers);
	if (known) kept.delete('content-type');
	kept.set('etag', etag);
	return new Response(known ? null : body, { status: known ? 304 : 200, headers: kept });
}

/**
 * Browsers say where a request comes from, and no page of another site can say otherwise; older ones tell the
 * page. Programs can say anything, which gains them a higher limit and no more.
 */
function isOwnPage({ request: { headers }, url }: ApiCall): boolean {
	const from = headers.get('sec-fetch-site');
	if (from !== null) return from === 'same-origin';
	return URL.parse(headers.get('referer') ?? '')?.host === url.host;
}

/** Headers of an answer can be immutable, so the answer is made anew around the same body. */
function withHeaders(response: Response, more: Readonly<Record<string, string>>): Response {
	const headers = new Headers(response.headers);
	for (const [name, value] of Object.entries(more)) headers.set(name, value);
	const { status } = response;
	return new Response(response.body, { status, headers });
}
