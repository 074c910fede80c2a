import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { readJson } from '#server/api/read-json.ts';
import { parseUserRequest, withUnknownIds } from '#server/api/recommendation-request.ts';
import { userAnswer } from '#server/api/user-answer.ts';
import { recommendForUser } from '#server/lists/recommend-for-user.ts';

/** Recommendations for the list that somebody has on another site. */
export const POST: RequestHandler = async ({ params, request, locals }) => {
	const json = await readJson(request);
	if (!json.ok) return apiFailure(json.reason);
	const parsed = parseUserRequest(json.body, locals.services);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { lists, ranking } = locals.services;
	const user = { site: params.source, name: params.name.trim() };
	const parts = { lists, ranking, now: () => Date.now() };
	const outcome = await recommendForUser(parts, user, parsed.request, request.signal);
	if (!outcome.ok) return userAnswer(outcome, user);
	const answer = withUnknownIds(outcome.answer, parsed.unknownAnilistIds);
	return userAnswer({ ...outcome, answer }, user);
};
