import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parseSearchRequest } from '#server/api/search-request.ts';

/** Titles by name; the same until the bundle is renewed. */
export const GET: RequestHandler = ({ url, locals }) => {
	const parsed = parseSearchRequest(url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	return Response.json(locals.services.findTitles(parsed.request), {
		headers: { 'cache-control': 'public, max-age=3600' },
	});
};
