import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parseSimilarRequest } from '#server/api/similar-request.ts';
import { resolveTitleId } from '#server/api/title-id.ts';

/** Titles like one; the same until the bundle is renewed. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
	const parsed = parseSimilarRequest(params.id, url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { id, ...options } = parsed.request;
	const { catalogue, ranking, titleIds } = locals.services;
	const malId = resolveTitleId(id, catalogue, titleIds);
	if (malId === undefined) return apiFailure('unknown-title');
	const outcome = await ranking.ask('similar', { malId, ...options }, request.signal);
	if (!outcome.ok) return apiFailure(outcome.reason);
	if (outcome.answer === undefined) return apiFailure('unknown-title');
	return Response.json(outcome.answer, { headers: { 'cache-control': 'public, max-age=3600' } });
};
