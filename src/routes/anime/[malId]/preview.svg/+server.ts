import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { cardOf } from '#core/rank/answer.ts';
import { drawPreview } from '#ui/recommend/title/preview-card.ts';

/** The picture that goes with a shared link; the same until the bundle is renewed. */
export const GET: RequestHandler = ({ params, locals }) => {
	const card = cardOf(locals.services.catalogue, Number(params.malId));
	if (card === undefined) error(404, { message: 'There is no such title.' });
	return new Response(drawPreview(card), {
		headers: {
			'content-type': 'image/svg+xml; charset=utf-8',
			'cache-control': 'public, max-age=86400',
			// Opened by itself it is a document: it needs nothing and may do nothing.
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
		},
	});
};
