import type { PageServerLoad } from './$types';

/** Only where the site is, for the picture of a shared link; untracked, so that no step on the map loads anew. */
export const load: PageServerLoad = ({ url, untrack }) => untrack(() => ({ origin: url.origin }));
