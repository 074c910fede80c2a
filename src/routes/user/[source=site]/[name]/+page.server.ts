import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { cardOf } from '#core/rank/answer.ts';
import { userPath } from '#core/profile/site-user.ts';
import { retryHeaders } from '#server/api/list-failure.ts';
import { userErrorOf } from '#server/lists/user-error.ts';
import { recommendForUser, refreshList } from '#server/lists/recommend-for-user.ts';
import { toRequest } from '#ui/recommend/state/changes.ts';
import { parseState } from '#ui/recommend/state/url-state.ts';
import { parseRefresh, withRefresh } from '#ui/recommend/user/refresh.ts';

/**
 * The page for the address that a visitor comes with. Untracked but for the user, so that later changes of the
 * filters don't load it again: the page then asks for nothing but the new ranking.
 */
export const load: PageServerLoad = (event) => {
	const user = { site: event.params.source, name: event.params.name.trim() };
	return event.untrack(async () => {
		const { lists, ranking, catalogue } = event.locals.services;
		const { signal } = event.request;
		const parts = { lists, ranking, now: () => Date.now() };
		const refresh = parseRefresh(event.url.searchParams);
		if (refresh === 'wanted') {
			const result = await refreshList(parts, user, signal);
			// Away from an address that would ask again at every reload.
			redirect(303, userPath(user) + withRefresh(event.url.searchParams, result));
		}
		const state = parseState(event.url.searchParams);
		const outcome = await recommendForUser(parts, user, toRequest(state, []), signal);
		if (!outcome.ok) {
			if (outcome.at === 'list') event.setHeaders(retryHeaders(outcome.failure));
			const { status, body } = userErrorOf(outcome, user);
			error(status, body);
		}
		const named = state.excludedEntries.flatMap((malId) => cardOf(catalogue, malId) ?? []);
		return { user, list: outcome.list, answer: outcome.answer, named, refresh };
	});
};
