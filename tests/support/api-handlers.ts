import type { TitleDetails } from '#core/catalogue/title-details.ts';
import { titleIds } from '#core/catalogue/title-ids.ts';
import { answerQuestion, type QuestionName, type RequestOf } from '#core/rank/ranking-questions.ts';
import { createRanking } from '#core/rank/recommend.ts';
import { pathOf } from '#server/api/docs/openapi.ts';
import type { Operation } from '#server/api/docs/operation.ts';
import { createApiGate } from '#server/api/gate.ts';
import { createRequestLimiter } from '#server/api/request-limiter.ts';
import { createTitleFinder } from '#server/api/title-finder.ts';
import { createMapService } from '#server/atlas/map-service.ts';
import { measured, openAtlas, openModel, readBundle } from '#server/bundle.ts';
import { ATLAS_FILES, MODEL_FILES } from '#server/bundle-manifest.ts';
import * as anime from '../../src/routes/api/v1/anime/+server.ts';
import * as facts from '../../src/routes/api/v1/anime/[id]/+server.ts';
import * as franchise from '../../src/routes/api/v1/anime/[id]/franchise/+server.ts';
import * as neighbours from '../../src/routes/api/v1/anime/[id]/neighbours/+server.ts';
import * as route from '../../src/routes/api/v1/anime/[id]/route/+server.ts';
import * as similar from '../../src/routes/api/v1/anime/[id]/similar/+server.ts';
import * as lanes from '../../src/routes/api/v1/lanes/+server.ts';
import * as comparisons from '../../src/routes/api/v1/comparisons/+server.ts';
import * as groups from '../../src/routes/api/v1/groups/+server.ts';
import * as openapi from '../../src/routes/api/v1/openapi.json/+server.ts';
import * as profile from '../../src/routes/api/v1/profile/+server.ts';
import * as predictions from '../../src/routes/api/v1/predictions/+server.ts';
import * as recommendations from '../../src/routes/api/v1/recommendations/+server.ts';
import * as details from '../../src/routes/api/v1/titles/details/+server.ts';
import * as userFranchise from '../../src/routes/api/v1/users/[source=site]/[name]/anime/[id]/franchise/+server.ts';
import * as userLanes from '../../src/routes/api/v1/users/[source=site]/[name]/lanes/+server.ts';
import * as userProfile from '../../src/routes/api/v1/users/[source=site]/[name]/profile/+server.ts';
import * as userList from '../../src/routes/api/v1/users/[source=site]/[name]/list/+server.ts';
import * as users from '../../src/routes/api/v1/users/[source=site]/[name]/recommendations/+server.ts';

/** Handlers of the API by the folders of their routes. */
export const API_ROUTES = {
	'/api/v1/anime': anime,
	'/api/v1/anime/[id]': facts,
	'/api/v1/anime/[id]/franchise': franchise,
	'/api/v1/anime/[id]/neighbours': neighbours,
	'/api/v1/anime/[id]/route': route,
	'/api/v1/anime/[id]/similar': similar,
	'/api/v1/lanes': lanes,
	'/api/v1/comparisons': comparisons,
	'/api/v1/groups': groups,
	'/api/v1/openapi.json': openapi,
	'/api/v1/profile': profile,
	'/api/v1/predictions': predictions,
	'/api/v1/recommendations': recommendations,
	'/api/v1/titles/details': details,
	'/api/v1/users/[source=site]/[name]/anime/[id]/franchise': userFranchise,
	'/api/v1/users/[source=site]/[name]/lanes': userLanes,
	'/api/v1/users/[source=site]/[name]/profile': userProfile,
	'/api/v1/users/[source=site]/[name]/list': userList,
	'/api/v1/users/[source=site]/[name]/recommendations': users,
} as const;

const ORIGIN = 'http://sprout.test';

const DETAILS: TitleDetails = {
	synopsis: 'A notebook is found.',
	poster: null,
	streaming: [{ site: 'Crunchyroll', url: 'https://www.crunchyroll.com/series/1' }],
	nextEpisode: { number: 8, airsAt: 1_800_000_000_000 },
};

/** What the handlers take of a request besides the request itself. */
type Asking = Pick<Operation, 'route'> & {
	readonly path: string;
	readonly method?: string;
	readonly body?: string | undefined;
	readonly headers?: Readonly<Record<string, string>>;
};

/**
 * The handlers of the API behind its gate, with the bundle of the repository, in this process: no server, no
 * thread and no network. The one user of every other site is NAME.
 */
export async function openApiHandlers() {
	const bundle = await readBundle('bundle', [...MODEL_FILES, ...ATLAS_FILES]);
	const { catalogue } = bundle;
	const ranking = createRanking(catalogue, openModel(bundle), measured(bundle));
	const answered = <T>(answer: T) => Promise.resolve({ ok: true, answer } as const);
	const services = {
		catalogue,
		titleIds: titleIds(catalogue),
		findTitles: createTitleFinder(catalogue),
		map: createMapService(catalogue, openAtlas(bundle)),
		ranking: {
			ask: <Name extends QuestionName>(name: Name, request: RequestOf<Name>) =>
				answered(answerQuestion(ranking, name, request)),
		},
		titleDetails: {
			get: (malIds: readonly number[]) =>
				Promise.resolve(new Map(malIds.map((malId) => [malId, DETAILS]))),
		},
		lists: { get: listOf },
	};
	const gate = createApiGate({
		limiter: createRequestLimiter({ mostClients: 10, now: () => 0 }),
		requestsPerMinute: 1000,
		bundleHash: 'b1',
	});
	return ({ route, path, method = 'GET', body, headers = {} }: Asking): Promise<Response> => {
		const url = new URL(path, ORIGIN);
		const request = new Request(url, {
			method,
			headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
			...(body !== undefined && { body }),
		});
		const handler = handlerOf(route, method);
		const event = { request, url, params: paramsOf(route, url.pathname), locals: { services } };
		const call = { request, url, routeId: route, address: () => '192.0.2.1' };
		return gate(call, async () => handler(event as never));
	};
}

function handlerOf(route: string, method: string): (event: never) => Response | Promise<Response> {
	const routes: Readonly<Record<string, object>> = API_ROUTES;
	const handlers: Readonly<Record<string, unknown>> = { ...routes[route] };
	const handler = handlers[method === 'HEAD' ? 'GET' : method];
	if (typeof handler !== 'function') throw new Error(`${route} does not take ${method}.`);
	return handler as (event: never) => Response;
}

/** Parameters of a path, as the framework reads them out of it. */
function paramsOf(route: string, pathname: string): Record<string, string> {
	const pattern = pathOf(route).replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
	const found = new RegExp(`^${pattern}$`).exec(pathname)?.groups ?? {};
	return Object.fromEntries(
		Object.entries(found).map(([name, value]) => [name, decodeURIComponent(value)]),
	);
}

function listOf({ name }: { readonly name: string }) {
	if (name !== 'NAME') return Promise.resolve({ ok: false, reason: 'no-such-user' } as const);
	const entries = [1535, 16498, 9253, 5114].map((malId) => ({
		malId,
		score: 90,
		status: 'completed',
		progress: 12,
		rewatches: 0,
		startedOn: null,
		finishedOn: null,
	}));
	const list = { entries, unresolved: 1, fetchedAt: Date.now() };
	return Promise.resolve({ ok: true, list } as const);
}
