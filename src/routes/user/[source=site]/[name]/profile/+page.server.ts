import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { userPath } from '#core/profile/site-user.ts';
import { retryHeaders } from '#server/api/list-failure.ts';
import { describeUser } from '#server/lists/describe-user.ts';
import { pageInsights } from '#server/lists/page-insights.ts';
import { refreshList } from '#server/lists/recommend-for-user.ts';
import { userErrorOf } from '#server/lists/user-error.ts';
import { parseRefresh, withRefresh } from '#ui/recommend/user/refresh.ts';

/** What the list of a user says: the facts with the page, what takes longer after it. */
export const load: PageServerLoad = async (event) => {
	const user = { site: event.params.source, name: event.params.name.trim() };
	const { lists, ranking } = event.locals.services;
	const { signal } = event.request;
	const parts = { lists, ranking, now: () => Date.now() };
	const refresh = parseRefresh(event.url.searchParams);
	if (refresh === 'wanted') {
		const result = await refreshList(parts, user, signal);
		// Away from an address that would ask again at every reload.
		const search = event.untrack(() => withRefresh(event.url.searchParams, result));
		redirect(303, `${userPath(user)}/profile${search}`);
	}
	const outcome = await describeUser(parts, user, ['facts'], signal);
	if (!outcome.ok) {
		if (outcome.at === 'list') event.setHeaders(retryHeaders(outcome.failure));
		const { status, body } = userErrorOf(outcome, user);
		error(status, body);
	}
	const insights = pageInsights(describeUser(parts, user, ['insights'], signal));
	return { user, list: outcome.list, facts: outcome.answer, insights, refresh };
};
