import pino, { type Logger } from 'pino';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { wellKnownGroups, type WellKnownGroup } from '#core/catalogue/well-known.ts';
import { createRanking, type Ranking } from '#core/rank/recommend.ts';
import { bundleUrls, type BundleUrls } from './bundle-urls.ts';
import { openModel, readBundle, type Bundle } from './bundle.ts';
import type { Config } from './config.ts';
import { createPosterProbe, type PosterProbe } from './posters.ts';

/** Everything that routes use; made once, at the start. */
export interface Services {
	readonly log: Logger;
	readonly catalogue: Catalogue;
	readonly ranking: Ranking;
	/** Shelves of titles to start rating from. */
	readonly wellKnown: readonly WellKnownGroup[];
	readonly posters: PosterProbe;
	/** The bundle's files for browsers, by name. */
	readonly publicFiles: Bundle['publicFiles'];
	readonly bundleUrls: BundleUrls;
}

/**
 * The composition root: wires configuration, bundle and ranking.
 *
 * @throws BundleError when the bundle is missing or damaged; the message says what to do
 */
export async function createServices(config: Config): Promise<Services> {
	const log = pino({ level: config.logLevel, base: null });
	const bundle = await readBundle(config.bundleDir);
	const ranking = createRanking(bundle.catalogue, openModel(bundle));
	log.info({ titles: bundle.catalogue.size, made: bundle.manifest.date }, 'bundle loaded');
	const posters = createPosterProbe({
		mode: config.posters,
		fetch: globalThis.fetch,
		now: () => performance.now(),
	});
	const { catalogue, publicFiles } = bundle;
	const wellKnown = wellKnownGroups(catalogue);
	return {
		log,
		catalogue,
		ranking,
		wellKnown,
		posters,
		publicFiles,
		bundleUrls: bundleUrls(bundle),
	};
}
