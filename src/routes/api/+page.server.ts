import type { PageServerLoad } from './$types';
import { apiGuide } from '#server/api/docs/guide.ts';
import { openApiDocument, siteOrigin } from '#server/api/docs/openapi.ts';

/** The API, described for people. */
export const load: PageServerLoad = ({ url }) => ({
	guide: apiGuide(openApiDocument(siteOrigin(url))),
});
