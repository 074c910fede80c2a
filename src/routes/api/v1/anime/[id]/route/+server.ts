import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parseRouteRequest } from '#server/api/route-request.ts';
import { resolveTitleId } from '#server/api/title-id.ts';

/** The way from a title to another over the map; the same until the bundle is renewed. */
export const GET: RequestHandler = ({ params, url, locals }) => {
	const parsed = parseRouteRequest(params.id, url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { catalogue, titleIds, map } = locals.services;
	const { id, to } = parsed.request;
	const malId = resolveTitleId(id, catalogue, titleIds);
	if (malId === undefined || catalogue.indexOf(to) === undefined)
		return apiFailure('unknown-title');
	const answer = map.routeOf(malId, to);
	return Response.json(answer, { headers: { 'cache-control': 'public, max-age=3600' } });
};
