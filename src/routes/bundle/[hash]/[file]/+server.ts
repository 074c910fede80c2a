import type { RequestHandler } from './$types';
import { apiFailure } from '#server/api/failures.ts';

/** The bundle's files for ranking in the browser; the hash in the path makes them immutable. */
export const GET: RequestHandler = ({ params, locals }) => {
	const file = locals.services.publicFiles.get(params.file);
	if (!file || file.hash !== params.hash) return apiFailure('not-found');
	return new Response(file.bytes, {
		headers: {
			'content-type': file.contentType,
			'content-encoding': 'gzip',
			'content-length': String(file.bytes.byteLength),
			'cache-control': 'public, max-age=31536000, immutable',
		},
	});
};
