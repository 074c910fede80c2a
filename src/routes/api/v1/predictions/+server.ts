import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parsePredictionRequest } from '#server/api/prediction-request.ts';
import { readJson } from '#server/api/read-json.ts';

/** The scores to expect of the owner of a list. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const json = await readJson(request);
	if (!json.ok) return apiFailure(json.reason);
	const parsed = parsePredictionRequest(json.body, locals.services);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { ranking } = locals.services;
	const outcome = await ranking.ask('predictScores', parsed.request, request.signal);
	if (!outcome.ok) return apiFailure(outcome.reason);
	return Response.json(outcome.answer, { headers: { 'cache-control': 'no-store' } });
};
