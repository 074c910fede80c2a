import {
	parseTheme,
	parseTitleLanguage,
	THEME_COOKIE,
	TITLES_COOKIE,
} from '#ui/shared/preferences.svelte.ts';
import type { LayoutServerLoad } from './$types';

/** How the visitor likes to read, from two cookies. */
export const load: LayoutServerLoad = ({ cookies }) => ({
	theme: parseTheme(cookies.get(THEME_COOKIE)),
	titleLanguage: parseTitleLanguage(cookies.get(TITLES_COOKIE)) ?? ('english' as const),
	/** False where the site is told not to fetch posters from their sources. */
	postersReachable: true,
});
