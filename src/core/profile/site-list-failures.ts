import {
	SITE_NAMES,
	type ListSite,
	type SiteListFailure,
	type SiteListFailureReason,
} from './site-list.ts';

/** What is told where a list could not be had: an HTTP status, what happened, why, and what to do now. */
export interface SiteListFailureText {
	readonly status: number;
	readonly heading: string;
	readonly explanation: string;
	/** Whole sentences; never empty. */
	readonly nextStep: string;
}

const FILE_OR_RATE = 'import your list as a file, or rate a few titles here';

const MAKE_PUBLIC: Readonly<Record<ListSite, string>> = {
	mal: 'Make your anime list public in the list preferences of MyAnimeList and try again',
	anilist: 'Turn the private profile off in the settings of AniList and try again',
	kitsu: 'Make your library public in the settings of Kitsu and try again',
};

const EXPORT_FILE: Readonly<Record<ListSite, string>> = {
	mal: 'export it there and import the file here',
	anilist: 'download your data there and import the file here',
	kitsu: 'export your library there and import the file here',
};

type TextOf = (site: ListSite) => SiteListFailureText;

const FAILURES: Readonly<Record<SiteListFailureReason, TextOf>> = {
	'no-such-user': (site) => ({
		status: 404,
		heading: `${SITE_NAMES[site]} does not know this name`,
		explanation: `There is no user of this name on ${SITE_NAMES[site]}, or the profile was renamed or removed.`,
		nextStep: `Check the spelling and the site you chose. Or ${FILE_OR_RATE}.`,
	}),
	'private-list': (site) => ({
		status: 403,
		heading: 'This list is private',
		explanation: `${SITE_NAMES[site]} shows this list to nobody but its owner, and Sprout asks as everybody does.`,
		nextStep: `If it is yours: ${MAKE_PUBLIC[site]}, or ${EXPORT_FILE[site]}: it never leaves your device.`,
	}),
	'empty-list': (site) => ({
		// The list was found and understood, but there is nothing to recommend from.
		status: 422,
		heading: 'This list is empty',
		explanation: `The user exists on ${SITE_NAMES[site]}, but there are no anime on the list that Sprout can see.`,
		nextStep: `Rate a few titles here: a handful is enough to start. If your list is elsewhere, choose that site or import it as a file.`,
	}),
	'source-down': (site) => ({
		status: 502,
		heading: `${SITE_NAMES[site]} does not answer`,
		explanation: `Sprout asked several times for this list, but ${SITE_NAMES[site]} can’t be reached now. The list itself is fine.`,
		nextStep: `Try again in some minutes. Until then ${FILE_OR_RATE}.`,
	}),
	'source-changed': (site) => ({
		status: 502,
		heading: `${SITE_NAMES[site]} answered in a way that Sprout does not understand`,
		explanation: `Its answers have another form than documented, so this list can’t be read. Nothing is wrong with the list.`,
		nextStep: `Until Sprout has learned the new form, ${FILE_OR_RATE}.`,
	}),
	'source-off': (site) => ({
		// Not 503: waiting does not help.
		status: 501,
		heading: `${SITE_NAMES[site]} is not set up here`,
		explanation: `This installation of Sprout has no valid key for ${SITE_NAMES[site]}, so it can’t ask for lists there.`,
		nextStep: `Choose another site if you have a list there. Or ${FILE_OR_RATE}.`,
	}),
	'invalid-name': (site) => ({
		status: 400,
		heading: `This can’t be a name on ${SITE_NAMES[site]}`,
		explanation: 'It is empty, too long, or has characters that no name can have.',
		nextStep: `Check the spelling: only the name is needed, not the address of the profile. Or ${FILE_OR_RATE}.`,
	}),
	cancelled: (site) => ({
		status: 499,
		heading: 'Reading the list was stopped',
		explanation: `The connection ended before ${SITE_NAMES[site]} had answered.`,
		nextStep: `Load the page again. Or ${FILE_OR_RATE}.`,
	}),
};

/** The one table of what a failure means to whoever asked for a list; status for APIs, words for people. */
export function describeSiteListFailure(
	failure: SiteListFailure,
	site: ListSite,
): SiteListFailureText {
	if (failure.reason !== 'rate-limited') return FAILURES[failure.reason](site);
	const wait = failure.retryAfterS === 1 ? '1 second' : `${failure.retryAfterS} seconds`;
	return {
		status: 429,
		heading: `${SITE_NAMES[site]} asks for a pause`,
		explanation: `Many lists were read from there just now. ${SITE_NAMES[site]} will answer again in ${wait}.`,
		nextStep: `Wait ${wait} and try again. Or ${FILE_OR_RATE}.`,
	};
}
