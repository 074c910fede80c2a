import type { RequestHandler } from './$types';
import { openApiDocument, siteOrigin } from '#server/api/docs/openapi.ts';

/** The API, described for programs. */
export const GET: RequestHandler = ({ url }) =>
	Response.json(openApiDocument(siteOrigin(url)), {
		headers: { 'cache-control': 'public, max-age=3600' },
	});
