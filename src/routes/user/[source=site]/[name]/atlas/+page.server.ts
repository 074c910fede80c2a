import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { retryHeaders } from '#server/api/list-failure.ts';
import { listForMap, otherUser } from '#server/lists/list-for-map.ts';
import { userErrorOf } from '#server/lists/user-error.ts';

/** The list of a user for the map, and one to compare it with; untracked, so that no step on the map loads anew. */
export const load: PageServerLoad = (event) => {
	const user = { site: event.params.source, name: event.params.name.trim() };
	return event.untrack(async () => {
		const { lists } = event.locals.services;
		const { signal } = event.request;
		const other = otherUser(event.url.searchParams);
		const [own, second] = await Promise.all([
			listForMap(lists, user, signal),
			other && listForMap(lists, other, signal),
		]);
		if (!own.ok) {
			event.setHeaders(retryHeaders(own.failure));
			const { status, body } = userErrorOf({ ok: false, at: 'list', failure: own.failure }, user);
			error(status, body);
		}
		// Without the second list there is still the first.
		const compared = other && { user: other, entries: second?.ok ? second.entries : null };
		return { user, entries: own.entries, compared };
	});
};
