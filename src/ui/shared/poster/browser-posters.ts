import { PosterLoading, type PosterState, type ProbeImage } from './poster-loading.svelte.ts';

const SESSION_KEY = 'posters';

const probeImage: ProbeImage = (url) =>
	new Promise((resolve) => {
		const image = new Image();
		image.addEventListener('load', () => resolve(true));
		image.addEventListener('error', () => resolve(false));
		image.src = url;
	});

/**
 * The poster loading of a browser session: what was learned once holds for the other pages too.
 *
 * @param offered false where the site itself is told to show no posters
 */
export function createPosterLoading(offered: boolean, storage: Storage | null): PosterLoading {
	const kept = storage?.getItem(SESSION_KEY);
	const known: PosterState = kept === 'unreachable' || kept === 'reachable' ? kept : 'unknown';
	return new PosterLoading(offered ? known : 'unreachable', probeImage, (state) =>
		storage?.setItem(SESSION_KEY, state),
	);
}
