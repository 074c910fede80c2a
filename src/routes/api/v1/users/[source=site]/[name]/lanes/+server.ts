import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parseLanesRequest, userLanesRequestSchema } from '#server/api/lanes-request.ts';
import { readJson } from '#server/api/read-json.ts';
import { userAnswer } from '#server/api/user-answer.ts';
import { lanesForUser } from '#server/lists/recommend-for-user.ts';

/** Lanes for the list that somebody has on another site. */
export const POST: RequestHandler = async ({ params, request, locals }) => {
	const json = await readJson(request);
	if (!json.ok) return apiFailure(json.reason);
	const parsed = parseLanesRequest(json.body, locals.services, new Date(), userLanesRequestSchema);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { lists, ranking } = locals.services;
	const user = { site: params.source, name: params.name.trim() };
	const parts = { lists, ranking, now: () => Date.now() };
	const outcome = await lanesForUser(parts, user, parsed.request, request.signal);
	return userAnswer(outcome, user);
};
