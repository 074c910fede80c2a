import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { parseTitleDetailsRequest } from '#server/api/title-details-request.ts';

/** A page is whole without details: rather none than late ones. */
const PATIENCE_MS = 2_500;

/** What changes about titles; those of which nothing is known now are left out. */
export const GET: RequestHandler = async ({ url, request, locals }) => {
	const parsed = parseTitleDetailsRequest(url.searchParams);
	if (!parsed.ok) return apiFailure('invalid-request', parsed.issues);
	const signal = AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MS)]);
	const found = await locals.services.titleDetails.get(parsed.request, signal);
	const details = Object.fromEntries([...found].filter(([, one]) => one !== null));
	// What could not be learned may be learned soon.
	const complete = found.size === parsed.request.length;
	const cacheControl = complete ? 'public, max-age=600' : 'no-store';
	return Response.json({ details }, { headers: { 'cache-control': cacheControl } });
};
