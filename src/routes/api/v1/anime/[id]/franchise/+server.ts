import type { RequestHandler } from './$types';
import { watchOrder } from '#core/rank/watch-order.ts';
import { apiFailure } from '#server/api/failures.ts';
import { parseTitleId, resolveTitleId } from '#server/api/title-id.ts';

/** A franchise in watch order; the same until the bundle is renewed. */
export const GET: RequestHandler = ({ params, url, locals }) => {
	const parsed = parseTitleId(params.id, url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { catalogue, titleIds } = locals.services;
	const malId = resolveTitleId(parsed.request, catalogue, titleIds);
	const order = malId === undefined ? undefined : watchOrder(catalogue, malId);
	if (order === undefined) return apiFailure('unknown-title');
	return Response.json(order, { headers: { 'cache-control': 'public, max-age=3600' } });
};
