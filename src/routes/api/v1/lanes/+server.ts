import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parseLanesRequest } from '#server/api/lanes-request.ts';
import { readJson } from '#server/api/read-json.ts';

export const POST: RequestHandler = async ({ request, locals }) => {
	const json = await readJson(request);
	if (!json.ok) return apiFailure(json.reason);
	const parsed = parseLanesRequest(json.body, locals.services, new Date());
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const outcome = await locals.services.ranking.ask('lanes', parsed.request, request.signal);
	if (!outcome.ok) return apiFailure(outcome.reason);
	return Response.json(outcome.answer, { headers: { 'cache-control': 'no-store' } });
};
