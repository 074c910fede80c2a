import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { drawAtlasPreview } from '#ui/atlas/preview/draw-atlas-preview.ts';

/** The map as a picture, for shared links and where nothing can be drawn; the same until the bundle is renewed. */
export const GET: RequestHandler = ({ url, locals }) => {
	const { data, points } = locals.services.map;
	if (data === null) error(404, { message: 'This Sprout has no map.' });
	const theme = url.searchParams.get('theme') === 'light' ? 'light' : 'dark';
	return new Response(drawAtlasPreview(data, points, theme), {
		headers: {
			'content-type': 'image/svg+xml; charset=utf-8',
			'cache-control': 'public, max-age=86400',
			// Opened by itself it is a document: it needs nothing and may do nothing.
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
		},
	});
};
