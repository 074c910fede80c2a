import {
	parseTheme,
	parseTitleLanguage,
	THEME_COOKIE,
	TITLES_COOKIE,
} from '#ui/shared/preferences.svelte.ts';
import type { LayoutServerLoad } from './$types';

/** How the visitor likes to read, from two cookies, and what all pages share. */
export const load: LayoutServerLoad = ({ cookies, locals }) => ({
	theme: parseTheme(cookies.get(THEME_COOKIE)),
	titleLanguage: parseTitleLanguage(cookies.get(TITLES_COOKIE)) ?? ('english' as const),
	/** False where there is no network to fetch posters from their sources, or none is wanted. */
	postersReachable: locals.services.posters.reachable(),
	/** Where the title search and the ranking on the device find the bundle. */
	bundle: locals.services.bundleUrls,
});
