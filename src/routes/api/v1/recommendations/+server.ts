import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { readJson } from '#server/api/read-json.ts';
import { parseRecommendationRequest, withUnknownIds } from '#server/api/recommendation-request.ts';

export const POST: RequestHandler = async ({ request, locals }) => {
	const json = await readJson(request);
	if (!json.ok) return apiFailure(json.reason);
	const parsed = parseRecommendationRequest(json.body, locals.services);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const outcome = await locals.services.ranking.ask('recommend', parsed.request, request.signal);
	if (!outcome.ok) return apiFailure(outcome.reason);
	const answer = withUnknownIds(outcome.answer, parsed.unknownAnilistIds);
	return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};
