import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { readJson } from '#server/api/read-json.ts';
import { parseGroupRequest } from '#server/api/together-request.ts';
import { rankForGroup } from '#server/lists/rank-together.ts';

/** Recommendations for several lists at once. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const json = await readJson(request);
	if (!json.ok) return apiFailure(json.reason);
	const parsed = parseGroupRequest(json.body, locals.services);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { lists, ranking } = locals.services;
	const parts = { lists, ranking, now: () => Date.now() };
	const outcome = await rankForGroup(parts, parsed.request, request.signal);
	if (!outcome.ok) return apiFailure(outcome.reason);
	return Response.json(outcome.answer, { headers: { 'cache-control': 'no-store' } });
};
