import { LIST_SITES } from '#core/profile/site-list.ts';
import { parseListSite } from '#core/profile/site-user.ts';
import {
	LIST_SITE_COOKIE,
	parseTheme,
	parseTitleLanguage,
	THEME_COOKIE,
	TITLES_COOKIE,
} from '#ui/shared/preferences.svelte.ts';
import type { LayoutServerLoad } from './$types';

/** How the visitor likes to read and where the own list is, from three cookies, and what all pages share. */
export const load: LayoutServerLoad = ({ cookies, locals }) => ({
	theme: parseTheme(cookies.get(THEME_COOKIE)),
	titleLanguage: parseTitleLanguage(cookies.get(TITLES_COOKIE)) ?? ('english' as const),
	listSite: parseListSite(cookies.get(LIST_SITE_COOKIE)) ?? null,
	/** Sites that lists can be asked of here: without a key one is off. */
	listSitesOn: LIST_SITES.filter((site) => locals.services.lists.isOn(site)),
	/** False where there is no network to fetch posters from their sources, or none is wanted. */
	postersReachable: locals.services.posters.reachable(),
	/** Where the title search and the ranking on the device find the bundle. */
	bundle: locals.services.bundleUrls,
});
