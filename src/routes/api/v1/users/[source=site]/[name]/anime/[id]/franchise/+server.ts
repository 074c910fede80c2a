import type { RequestHandler } from './$types';
import { watchOrder } from '#core/rank/watch-order.ts';
import { apiFailure } from '#server/api/failures.ts';
import { listFailure } from '#server/api/list-failure.ts';
import { parseTitleId, resolveTitleId } from '#server/api/title-id.ts';

/** A franchise in watch order with what somebody's list says of its members. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
	const parsed = parseTitleId(params.id, url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { lists, catalogue, titleIds } = locals.services;
	const user = { site: params.source, name: params.name.trim() };
	const outcome = await lists.get({ ...user, signal: request.signal });
	if (!outcome.ok) return listFailure(outcome, user.site);
	const malId = resolveTitleId(parsed.request, catalogue, titleIds);
	const order =
		malId === undefined ? undefined : watchOrder(catalogue, malId, outcome.list.entries);
	if (order === undefined) return apiFailure('unknown-title');
	return Response.json(order, { headers: { 'cache-control': 'no-store' } });
};
