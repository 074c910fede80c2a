import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { parseListSite, userPath } from '#core/profile/site-user.ts';
import { movedAddress } from '#ui/recommend/user/old-address.ts';

/** What no site claimed: an address of the earlier Sprout, a site in capitals, or a site that is none of ours. */
export const load: PageServerLoad = ({ params, url }) => {
	const moved = movedAddress(params.name, params.page, url.searchParams);
	if (moved !== null) redirect(308, moved);
	const site = parseListSite(params.name);
	if (site !== undefined) redirect(308, userPath({ site, name: params.page }) + url.search);
	const unknownSite = { typed: params.name, name: params.page };
	error(404, { message: 'There is no such site.', unknownSite });
};
