import type { RequestHandler } from './$types';
import { watchOrder } from '#core/rank/watch-order.ts';
import { apiFailure } from '#server/api/failures.ts';
import { listFailure } from '#server/api/list-failure.ts';
import { parseWatchOrderRequest } from '#server/api/watch-order-request.ts';

/** A franchise in watch order with what somebody's list says of its members. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
	const parsed = parseWatchOrderRequest(params.malId, url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { lists, catalogue } = locals.services;
	const user = { site: params.source, name: params.name.trim() };
	const outcome = await lists.get({ ...user, signal: request.signal });
	if (!outcome.ok) return listFailure(outcome, user.site);
	const order = watchOrder(catalogue, parsed.request.malId, outcome.list.entries);
	if (order === undefined) return apiFailure('unknown-title');
	return Response.json(order, { headers: { 'cache-control': 'no-store' } });
};

/** Every other method, so that this error too has the shape of the API. */
export const fallback: RequestHandler = () => {
	const response = apiFailure('method-not-allowed');
	response.headers.set('allow', 'GET');
	return response;
};
