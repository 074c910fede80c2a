import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';
import { shelfGroup } from '#ui/recommend/rate/shelf-title.ts';

/** The titles of one group of the shelf; the same until the bundle is renewed. */
export const GET: RequestHandler = ({ params, locals }) => {
	const { catalogue, wellKnown } = locals.services;
	if (!wellKnown.some(({ id }) => id === params.group)) return apiFailure('not-found');
	return Response.json(shelfGroup(catalogue, wellKnown, params.group), {
		headers: { 'cache-control': 'public, max-age=3600' },
	});
};
