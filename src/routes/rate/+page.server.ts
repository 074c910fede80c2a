import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { cardOf } from '#core/rank/answer.ts';
import { API_FAILURES } from '#server/api/failures.ts';
import { shelfGroup } from '#ui/recommend/rate/shelf-title.ts';
import { toRequest } from '#ui/recommend/state/changes.ts';
import { parseState } from '#ui/recommend/state/url-state.ts';

/**
 * The page for the address that a visitor comes with. Untracked, so that later changes of the address
 * don't load it again: the page then asks for nothing but the new ranking, and survives a lost connection.
 */
export const load: PageServerLoad = ({ url, locals, request, untrack }) =>
	untrack(async () => {
		const { catalogue, ranking, wellKnown } = locals.services;
		const state = parseState(url.searchParams);
		const outcome =
			state.rated.length > 0
				? await ranking.ask('recommend', toRequest(state, state.rated), request.signal)
				: null;
		if (outcome?.ok === false) {
			const { status, message } = API_FAILURES[outcome.reason];
			error(status, message);
		}
		return {
			answer: outcome?.answer ?? null,
			rated: state.rated.flatMap(({ malId }) => cardOf(catalogue, malId) ?? []),
			shelf: shelfGroup(catalogue, wellKnown, state.group),
		};
	});
