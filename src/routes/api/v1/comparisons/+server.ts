import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { firstListFailure } from '#server/api/list-failure.ts';
import { readJson } from '#server/api/read-json.ts';
import { parseCompareRequest } from '#server/api/together-request.ts';
import { compareUsers } from '#server/lists/rank-together.ts';

/** Two lists held against each other; without one of them there is nothing to compare. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const json = await readJson(request);
	if (!json.ok) return apiFailure(json.reason);
	const parsed = parseCompareRequest(json.body, locals.services);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { lists, ranking } = locals.services;
	const parts = { lists, ranking, now: () => Date.now() };
	const outcome = await compareUsers(parts, parsed.request, request.signal);
	if (!outcome.ok) return apiFailure(outcome.reason);
	const { comparison, lists: read } = outcome.answer;
	if (comparison === null) return firstListFailure(read, parsed.request.lists);
	return Response.json(comparison, { headers: { 'cache-control': 'no-store' } });
};
