import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { listFailure } from '#server/api/list-failure.ts';
import { parseNothing } from '#server/api/schemas.ts';
import { bareEntries, summaryOf } from '#server/lists/summary.ts';

/** A public list as it is ranked, for pages that rank it together with one that never leaves the device. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
	const parsed = parseNothing(url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const user = { site: params.source, name: params.name.trim() };
	const outcome = await locals.services.lists.get({ ...user, signal: request.signal });
	if (!outcome.ok) return listFailure(outcome, user.site);
	const { list } = outcome;
	const answer = { list: summaryOf(list, Date.now()), entries: bareEntries(list) };
	return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};
