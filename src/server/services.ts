import { createHash } from 'node:crypto';
import pino, { type Logger } from 'pino';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { titleIds, type TitleIds } from '#core/catalogue/title-ids.ts';
import type { SimilarAnswer } from '#core/rank/answer.ts';
import { createAudience, type Audience } from '#core/rank/audience.ts';
import { wellKnownGroups, type WellKnownGroup } from '#core/catalogue/well-known.ts';
import { createApiGate, type ApiGate } from './api/gate.ts';
import { createRequestLimiter } from './api/request-limiter.ts';
import { createTitleFinder, type TitleFinder } from './api/title-finder.ts';
import { createMapService, type MapService } from './atlas/map-service.ts';
import { ATLAS_TITLES_FILE, atlasTitlesFile } from './atlas/titles-file.ts';
import { ATLAS_FILES } from './bundle-manifest.ts';
import { bundleUrls, type BundleUrls } from './bundle-urls.ts';
import { openAtlas, readBundle, type Bundle } from './bundle.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createListService } from './lists/create-list-service.ts';
import type { ListService } from './lists/list-service.ts';
import { createPosterProbe, type PosterProbe } from './posters.ts';
import { createRankingService, type RankingService } from './ranking/ranking-service.ts';
import { startRankingThread } from './ranking/ranking-thread.ts';
import { createListSources } from './sources/create-list-sources.ts';
import { createSiteClients, type SiteClients } from './sources/site-clients.ts';
import { createStore } from './store/create-store.ts';
import { STORE_LIMITS } from './store/limits.ts';
import type { Store } from './store/store.ts';
import { createDetailsSource } from './titles/details-source.ts';
import { createTitleDetails, type TitleDetailsService } from './titles/title-details-service.ts';

/** Some tenths of a second of work for one thread: who waits longer had better try again. */
const MOST_WAITING = 100;
/** A thousand times what a ranking takes. */
const RANKING_TIMEOUT_MS = 10_000;
/** The pauses double: the last is of three seconds. */
const MOST_RESTARTS = 5;
const RESTART_DELAY_MS = 200;
/** Half the lifetime of a list: none is kept much longer than it serves. */
const PURGE_EVERY_MS = 5 * 60_000;
const MINUTE_MS = 60_000;
/** About a megabyte of clients. */
const MOST_CLIENTS = 10_000;
const BUNDLE_HASH_LENGTH = 16;

/** Everything that routes use; made once, at the start. */
export interface Services {
	readonly log: Logger;
	readonly catalogue: Catalogue;
	readonly ranking: RankingService;
	/** Lists by user name. */
	readonly lists: ListService;
	/** Shelves of titles to start rating from. */
	readonly wellKnown: readonly WellKnownGroup[];
	/** Who likes a title, told from what is similar to it. */
	readonly audienceOf: (similar: SimilarAnswer) => Audience | null;
	readonly posters: PosterProbe;
	/** The bundle's files for browsers, by name. */
	readonly publicFiles: Bundle['publicFiles'];
	readonly bundleUrls: BundleUrls;
	readonly store: Store;
	readonly titleDetails: TitleDetailsService;
	readonly titleIds: TitleIds;
	readonly findTitles: TitleFinder;
	readonly map: MapService;
	readonly apiGate: ApiGate;
	/** Ends what runs in the background, once the last answer is out. */
	close(): Promise<void>;
}

/**
 * The composition root: wires configuration, bundle, ranking and store.
 *
 * @throws BundleError when the bundle is missing or damaged, StoreError when DATABASE_URL names a database that
 * can't be used; the message says what to do
 */
export async function createServices(config: Config): Promise<Services> {
	const log = pino({ level: config.logLevel, base: null });
	// The store comes first: nothing is left running when it can't be opened.
	const store = await openStore(config, log);
	const [{ bundle, findTitles, map }, ranking] = await Promise.all([
		openCatalogue(config.bundleDir),
		startRanking(config, log),
	]);
	log.info({ titles: bundle.catalogue.size, made: bundle.manifest.date }, 'bundle loaded');
	const posters = createPosterProbe({
		mode: config.posters,
		fetch: globalThis.fetch,
		now: () => performance.now(),
	});
	const { catalogue, publicFiles } = bundle;
	const wellKnown = wellKnownGroups(catalogue);
	const ids = titleIds(catalogue);
	const purging = purgeRegularly(store);
	const clients = createSiteClients({
		fetch: globalThis.fetch,
		clock: systemClock,
		random: Math.random,
	});
	return {
		log,
		catalogue,
		ranking,
		lists: wireLists(config, clients, ids, store, log),
		wellKnown,
		audienceOf: createAudience(catalogue),
		posters,
		publicFiles,
		bundleUrls: bundleUrls(bundle),
		store,
		titleDetails: startTitleDetails(config, clients, catalogue, store),
		titleIds: ids,
		findTitles,
		map,
		apiGate: openApiGate(config, bundle),
		async close() {
			clearInterval(purging);
			ranking.close();
			await store.close();
		},
	};
}

/** The ranking threads open the model; while they do, the search of the catalogue is built here. */
async function openCatalogue(bundleDir: string) {
	const read = await readBundle(bundleDir, ATLAS_FILES);
	const atlas = openAtlas(read);
	const findTitles = createTitleFinder(read.catalogue);
	const publicFiles = new Map(read.publicFiles);
	if (atlas !== null) {
		publicFiles.set(ATLAS_TITLES_FILE, await atlasTitlesFile(read.catalogue, atlas.data.malIds));
	}
	const map = createMapService(read.catalogue, atlas);
	return { bundle: { ...read, publicFiles }, findTitles, map };
}

function openStore(
	{ dataDir, databaseUrl, listCacheMinutes }: Config,
	log: Logger,
): Promise<Store> {
	return createStore({
		dataDir,
		databaseUrl,
		// A purge must not take what still serves.
		limits: { ...STORE_LIMITS, listLifetimeMs: Math.max(1, listCacheMinutes) * MINUTE_MS },
		now: Date.now,
		warn: (message, details) => log.warn(details, message),
	});
}

/** Details of titles leave so many requests to the lists of visitors. */
const LEFT_FOR_LISTS = 10;

function startTitleDetails(
	{ titleDetails, apiUrls }: Config,
	{ anilist }: SiteClients,
	catalogue: Catalogue,
	{ titles }: Store,
): TitleDetailsService {
	return createTitleDetails({
		mode: titleDetails,
		source: createDetailsSource(globalThis.fetch, apiUrls.anilist),
		takeLeave: () => anilist.takeSpare(LEFT_FOR_LISTS),
		titles,
		anilistIdOf(malId) {
			const index = catalogue.indexOf(malId);
			return index === undefined ? null : catalogue.anime(index).anilistId;
		},
		now: Date.now,
	});
}

function openApiGate({ apiRequestsPerMinute }: Config, { manifest }: Bundle): ApiGate {
	// Whatever answers are made of.
	const made = JSON.stringify([manifest.files, manifest.ratingErrors]);
	const hash = createHash('sha256').update(made).digest('hex');
	return createApiGate({
		limiter: createRequestLimiter({ mostClients: MOST_CLIENTS, now: () => performance.now() }),
		requestsPerMinute: apiRequestsPerMinute,
		bundleHash: hash.slice(0, BUNDLE_HASH_LENGTH),
	});
}

/** Now and every few minutes; a timer that keeps no process alive. */
function purgeRegularly(store: Store): NodeJS.Timeout {
	void store.purge();
	return setInterval(() => void store.purge(), PURGE_EVERY_MS).unref();
}

function wireLists(
	{ apiUrls, malClientId, listCacheMinutes }: Config,
	clients: SiteClients,
	ids: TitleIds,
	store: Store,
	log: Logger,
): ListService {
	return createListService({
		sources: createListSources({
			clients,
			baseUrls: apiUrls,
			malClientId,
			titleIds: ids,
		}),
		cache: store.lists,
		clock: systemClock,
		cacheMs: listCacheMinutes * MINUTE_MS,
		// What a store complains about can hold what it was asked for: names and lists.
		onCacheError: (error) =>
			log.error({ kind: error instanceof Error ? error.name : typeof error }, 'list cache failed'),
	});
}

/** Threads load the bundle by themselves: models are large, and copies of them slow to pass on. */
function startRanking({ bundleDir, rankingWorkers }: Config, log: Logger): Promise<RankingService> {
	return createRankingService({
		start: () => startRankingThread(bundleDir),
		threads: rankingWorkers,
		mostWaiting: MOST_WAITING,
		timeoutMs: RANKING_TIMEOUT_MS,
		mostRestarts: MOST_RESTARTS,
		restartDelayMs: RESTART_DELAY_MS,
		onThreadLost: (err, restarts) => log.error({ err, restarts }, 'ranking thread lost'),
	});
}
