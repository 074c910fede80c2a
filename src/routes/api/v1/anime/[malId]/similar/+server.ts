import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parseSimilarRequest } from '#server/api/similar-request.ts';

/** Titles like one; the same until the bundle is renewed. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
	const parsed = parseSimilarRequest(params.malId, url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const outcome = await locals.services.ranking.similar(parsed.request, request.signal);
	if (!outcome.ok) return apiFailure(outcome.reason);
	if (outcome.answer === undefined) return apiFailure('unknown-title');
	return Response.json(outcome.answer, { headers: { 'cache-control': 'public, max-age=3600' } });
};

/** Every other method, so that this error too has the shape of the API. */
export const fallback: RequestHandler = () => {
	const response = apiFailure('method-not-allowed');
	response.headers.set('allow', 'GET');
	return response;
};
