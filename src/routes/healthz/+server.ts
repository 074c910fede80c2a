import type { RequestHandler } from './$types';

/** For whoever watches over the process: 200 once the bundle is loaded. */
export const GET: RequestHandler = ({ locals }) =>
	Response.json({ ok: true, titles: locals.services.catalogue.size });
