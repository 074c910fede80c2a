import { randomUUID } from 'node:crypto';
import {
	ANILIST_API_URL,
	API_REQUESTS_PER_MINUTE,
	BUNDLE_DIR,
	DATABASE_URL,
	DATA_DIR,
	KITSU_API_URL,
	LIST_CACHE_MINUTES,
	LOG_LEVEL,
	MAL_API_URL,
	MAL_CLIENT_ID,
	POSTERS,
	RANKING_WORKERS,
	TITLE_DETAILS,
} from '$app/env/private';
import { building } from '$app/env';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { headEveryAnswer } from '#server/answer-headers.ts';
import { API_ROOT } from '#server/api/gate.ts';
import { createServices, type Services } from '#server/services.ts';

// The one place with state: the framework offers no other way from `init` to `handle`.
let services: Services | undefined;

export const init: ServerInit = async () => {
	if (building) return;
	headEveryAnswer();
	const made = await createServices({
		bundleDir: BUNDLE_DIR,
		dataDir: DATA_DIR,
		databaseUrl: DATABASE_URL,
		logLevel: LOG_LEVEL,
		posters: POSTERS,
		rankingWorkers: RANKING_WORKERS,
		titleDetails: TITLE_DETAILS,
		malClientId: MAL_CLIENT_ID,
		apiUrls: { mal: MAL_API_URL, anilist: ANILIST_API_URL, kitsu: KITSU_API_URL },
		listCacheMinutes: LIST_CACHE_MINUTES,
		apiRequestsPerMinute: API_REQUESTS_PER_MINUTE,
	});
	// The server says so once the last answer is out.
	process.once('sveltekit:shutdown', () => void made.close());
	services = made;
};

/** What a visitor is told to wait where the site is too busy. */
const RETRY_AFTER_S = '2';

const THEMES = new Set(['light', 'dark']);

export const handle: Handle = async ({ event, resolve }) => {
	if (!services) throw new Error('The services were not created.');
	event.locals.services = services;
	const start = performance.now();
	const wanted = event.cookies.get('theme') ?? '';
	const theme = THEMES.has(wanted) ? wanted : 'system';
	const answer = async () =>
		resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%sprout.theme%', theme),
			preload: ({ type }) => type === 'js' || type === 'css',
		});
	const response = await throughGate(services, event, answer);
	// Pages follow the visitor's cookies and can hold ratings: nobody between may keep one for others.
	if (response.headers.get('content-type')?.startsWith('text/html')) {
		response.headers.set('cache-control', 'private, no-cache');
	}
	if (response.status === 503 && !response.headers.has('retry-after')) {
		response.headers.set('retry-after', RETRY_AFTER_S);
	}
	// Pages about a person are for whom that person shows them to; redirects and errors carry the name as well.
	if (isAboutPeople(event)) response.headers.set('x-robots-tag', 'noindex');
	// The route, never the URL: a URL can hold somebody's name or ratings.
	services.log.debug(
		{
			route: event.route.id,
			method: event.request.method,
			status: response.status,
			ms: Math.round(performance.now() - start),
		},
		'request',
	);
	return response;
};

function isAboutPeople({ route, url }: Parameters<Handle>[0]['event']): boolean {
	return route.id?.startsWith('/user/') || url.searchParams.has('with');
}

/** Calls of the API pass its gate; everything else does not. */
function throughGate(
	{ apiGate }: Services,
	event: Parameters<Handle>[0]['event'],
	answer: () => Promise<Response>,
) {
	const { request, url, route } = event;
	if (!url.pathname.startsWith(API_ROOT)) return answer();
	const address = () => event.getClientAddress();
	return apiGate({ request, url, routeId: route.id, address }, answer);
}

export const handleError: HandleServerError = (caught) => {
	if (caught.kind !== 'unknown') return;
	const errorId = randomUUID();
	services?.log.error({ err: caught.error, errorId, route: caught.event.route.id }, 'unexpected');
	return { message: 'Something went wrong on our side.', errorId };
};
