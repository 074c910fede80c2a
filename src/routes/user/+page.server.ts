import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { isPathName, parseListSite, userPath } from '#core/profile/site-user.ts';
import { describeSiteListFailure } from '#core/profile/site-list-failures.ts';
import { LIST_SITE_COOKIE, ONE_YEAR_S } from '#ui/shared/preferences.svelte.ts';

/** Where the form for a user name leads, with or without scripts: from `?source=&name=` to the page of that user. */
export const load: PageServerLoad = ({ url, cookies }) => {
	const typed = url.searchParams.get('source');
	const name = url.searchParams.get('name')?.trim();
	const site = parseListSite(typed);
	if (typed !== null && site === undefined) {
		error(404, { message: 'There is no such site.', unknownSite: { typed, name: name ?? '' } });
	}
	if (name === undefined) return { site: site ?? null };
	const user = { site: site ?? 'mal', name } as const;
	if (!isPathName(name)) {
		const failure = { ok: false, reason: 'invalid-name' } as const;
		const { status, heading } = describeSiteListFailure(failure, user.site);
		error(status, { message: heading, missedList: { user, failure } });
	}
	// The choice is remembered where scripts are off, too.
	const kept = { path: '/', maxAge: ONE_YEAR_S, httpOnly: false, secure: false } as const;
	cookies.set(LIST_SITE_COOKIE, user.site, kept);
	const page = url.searchParams.get('page') === 'atlas' ? '/atlas' : '';
	redirect(303, userPath(user) + page);
};
