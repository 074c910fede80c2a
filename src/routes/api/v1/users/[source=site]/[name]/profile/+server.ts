import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { listFailure } from '#server/api/list-failure.ts';
import { parseProfileQuery } from '#server/api/profile-request.ts';
import { describeUser } from '#server/lists/describe-user.ts';

/** What the list that somebody has on another site says. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
	const parsed = parseProfileQuery(url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { lists, ranking } = locals.services;
	const user = { site: params.source, name: params.name.trim() };
	const parts = { lists, ranking, now: () => Date.now() };
	const outcome = await describeUser(parts, user, parsed.request, request.signal);
	if (!outcome.ok) {
		return outcome.at === 'list'
			? listFailure(outcome.failure, user.site)
			: apiFailure(outcome.reason);
	}
	const { answer, list } = outcome;
	return Response.json({ ...answer, list }, { headers: { 'cache-control': 'no-store' } });
};
