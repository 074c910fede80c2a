import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parseTitleId, resolveTitleId } from '#server/api/title-id.ts';

/** The neighbours of a title on the map; the same until the bundle is renewed. */
export const GET: RequestHandler = ({ params, url, locals }) => {
	const parsed = parseTitleId(params.id, url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { catalogue, titleIds, map } = locals.services;
	const malId = resolveTitleId(parsed.request, catalogue, titleIds);
	const answer = malId === undefined ? undefined : map.neighboursOf(malId);
	if (answer === undefined) return apiFailure('unknown-title');
	return Response.json(answer, { headers: { 'cache-control': 'public, max-age=3600' } });
};
