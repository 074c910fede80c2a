import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { parseListSite } from '#core/profile/site-user.ts';
import { movedAddress } from '#ui/recommend/user/old-address.ts';

/** A site without a name, or an address of the earlier Sprout. */
export const load: PageServerLoad = ({ params, url }) => {
	const site = parseListSite(params.name);
	if (site !== undefined) redirect(307, `/user?source=${site}`);
	const moved = movedAddress(params.name, 'recommendations', url.searchParams);
	if (moved !== null) redirect(308, moved);
	const typed = url.searchParams.get('source') ?? '';
	error(404, { message: 'There is no such site.', unknownSite: { typed, name: params.name } });
};
