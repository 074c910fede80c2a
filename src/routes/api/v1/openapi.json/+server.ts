import type { RequestHandler } from './$types';
import { openApiDocument } from '#server/api/docs/openapi.ts';

/** The API, described for programs. */
export const GET: RequestHandler = ({ url }) =>
	Response.json(openApiDocument(url.origin), {
		headers: { 'cache-control': 'public, max-age=3600' },
	});
