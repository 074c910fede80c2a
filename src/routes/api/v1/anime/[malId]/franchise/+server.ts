import type { RequestHandler } from './$types';
import { watchOrder } from '#core/rank/watch-order.ts';
import { apiFailure } from '#server/api/failures.ts';
import { parseWatchOrderRequest } from '#server/api/watch-order-request.ts';

/** A franchise in watch order; the same until the bundle is renewed. */
export const GET: RequestHandler = ({ params, url, locals }) => {
	const parsed = parseWatchOrderRequest(params.malId, url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const order = watchOrder(locals.services.catalogue, parsed.request.malId);
	if (order === undefined) return apiFailure('unknown-title');
	return Response.json(order, { headers: { 'cache-control': 'public, max-age=3600' } });
};

/** Every other method, so that this error too has the shape of the API. */
export const fallback: RequestHandler = () => {
	const response = apiFailure('method-not-allowed');
	response.headers.set('allow', 'GET');
	return response;
};
