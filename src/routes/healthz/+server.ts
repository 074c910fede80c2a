import type { RequestHandler } from './$types';

/** For whoever watches over the process: 200 once the bundle is loaded, 503 when it should be started anew. */
export const GET: RequestHandler = ({ locals }) => {
	const { catalogue, ranking } = locals.services;
	const ok = ranking.available();
	return Response.json({ ok, titles: catalogue.size }, { status: ok ? 200 : 503 });
};
