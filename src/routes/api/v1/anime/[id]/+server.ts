import type { RequestHandler } from './$types';
import { animeFacts } from '#server/api/anime-facts.ts';
import { apiFailure } from '#server/api/failures.ts';
import { parseTitleId, resolveTitleId } from '#server/api/title-id.ts';

/** Facts of a title; the same until the bundle is renewed. */
export const GET: RequestHandler = ({ params, url, locals }) => {
	const parsed = parseTitleId(params.id, url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const { catalogue, titleIds } = locals.services;
	const malId = resolveTitleId(parsed.request, catalogue, titleIds);
	const facts = malId === undefined ? undefined : animeFacts(catalogue, malId);
	if (!facts) return apiFailure('unknown-title');
	return Response.json(facts, { headers: { 'cache-control': 'public, max-age=3600' } });
};
