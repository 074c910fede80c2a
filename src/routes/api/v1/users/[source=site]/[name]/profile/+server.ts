import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parseProfileQuery } from '#server/api/profile-request.ts';
import { userAnswer } from '#server/api/user-answer.ts';
import { describeUser } from '#server/lists/describe-user.ts';

/** What the list that somebody has on another site says. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
	const parsed = parseProfileQuery(url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { lists, ranking } = locals.services;
	const user = { site: params.source, name: params.name.trim() };
	const parts = { lists, ranking, now: () => Date.now() };
	const outcome = await describeUser(parts, user, parsed.request, request.signal);
	return userAnswer(outcome, user);
};
