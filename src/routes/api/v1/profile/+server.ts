import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parseProfileRequest } from '#server/api/profile-request.ts';
import { readJson } from '#server/api/read-json.ts';

/** What a list says of its owner. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const json = await readJson(request);
	if (!json.ok) return apiFailure(json.reason);
	const parsed = parseProfileRequest(json.body, locals.services);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const outcome = await locals.services.ranking.ask('profile', parsed.request, request.signal);
	if (!outcome.ok) return apiFailure(outcome.reason);
	return Response.json(outcome.answer, { headers: { 'cache-control': 'no-store' } });
};
