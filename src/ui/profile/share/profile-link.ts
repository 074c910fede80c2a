import { userPath, type SiteUser } from '#core/profile/site-user.ts';

/** An address to pass on that holds nothing of a list. */
export interface ProfileLink {
	readonly path: string;
	/** What it holds and what not, for who has copied it. */
	readonly note: string;
}

/** The page of a user: whoever opens it has the list read from its site, as the owner shows it there. */
export function userProfileLink(user: SiteUser): ProfileLink {
	return {
		path: `${userPath(user)}/profile`,
		note: 'It holds the user name; the list is read from its site anew.',
	};
}

/** Of a list that is in an address or on a device nothing is passed on: the link leads to Sprout itself. */
export const OWN_LIST_LINK: ProfileLink = {
	path: '/',
	note: 'It leads to Sprout and holds nothing of your list.',
};
