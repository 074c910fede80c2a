import { createContext } from 'svelte';
import { TITLE_LANGUAGES, type TitleLanguage } from '#core/catalogue/anime.ts';
import type { ListSite } from '#core/profile/site-list.ts';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Names of the three cookies: all that Sprout remembers of a visitor by itself. */
export const THEME_COOKIE = 'theme';
export const TITLES_COOKIE = 'titles';
export const LIST_SITE_COOKIE = 'source';
/** The URL parameter that fixes the title language of a shared link. */
export const TITLES_PARAMETER = 'titles';

export const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** Reads a theme from a cookie; anything else is `system`. */
export function parseTheme(value: string | null | undefined): Theme {
	return THEMES.find((theme) => theme === value) ?? 'system';
}

/** Reads a title language from a cookie or a URL; null where it names none. */
export function parseTitleLanguage(value: string | null | undefined): TitleLanguage | null {
	return TITLE_LANGUAGES.find((language) => language === value) ?? null;
}

/** The text for `document.cookie` that keeps a preference for a year. */
export function preferenceCookie(name: string, value: string): string {
	return `${name}=${value}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax`;
}

/**
 * The same address with the title language changed, or null where it need not change. Addresses
 * carry the language only when a page put it there; English is the default and is left out.
 */
export function withTitleLanguage(
	address: { readonly href: string },
	language: TitleLanguage,
): URL | null {
	const next = new URL(address.href);
	if (!next.searchParams.has(TITLES_PARAMETER)) return null;
	if (language === 'english') next.searchParams.delete(TITLES_PARAMETER);
	else next.searchParams.set(TITLES_PARAMETER, language);
	return next;
}

/** What the preferences need of the browser. */
export interface PreferencesOutside {
	/** Title language that the present address asks for; it wins over the cookie. */
	readonly fromAddress: () => TitleLanguage | null;
	readonly applyTheme: (theme: Theme) => void;
	readonly keep: (cookie: string) => void;
	readonly readdress: (language: TitleLanguage) => void;
}

/** How the visitor likes to read: one object for the whole page, provided by the layout. */
export class Preferences {
	readonly #outside: PreferencesOutside;
	#theme = $state<Theme>('system');
	#titleLanguage = $state<TitleLanguage>('english');
	#listSite = $state<ListSite | null>(null);

	constructor(
		initial: { theme: Theme; titleLanguage: TitleLanguage; listSite: ListSite | null },
		outside: PreferencesOutside,
	) {
		this.#theme = initial.theme;
		this.#titleLanguage = initial.titleLanguage;
		this.#listSite = initial.listSite;
		this.#outside = outside;
	}

	get theme(): Theme {
		return this.#theme;
	}

	set theme(theme: Theme) {
		this.#theme = theme;
		this.#outside.applyTheme(theme);
		this.#outside.keep(preferenceCookie(THEME_COOKIE, theme));
	}

	get titleLanguage(): TitleLanguage {
		return this.#outside.fromAddress() ?? this.#titleLanguage;
	}

	set titleLanguage(language: TitleLanguage) {
		this.#titleLanguage = language;
		this.#outside.keep(preferenceCookie(TITLES_COOKIE, language));
		this.#outside.readdress(language);
	}

	/** The site that the visitor last chose to read a list from. */
	get listSite(): ListSite | null {
		return this.#listSite;
	}

	set listSite(site: ListSite) {
		this.#listSite = site;
		this.#outside.keep(preferenceCookie(LIST_SITE_COOKIE, site));
	}
}

export const [usePreferences, providePreferences] = createContext<Preferences>();
