import type { PageServerLoad } from './$types';
import { cardOf } from '#core/rank/answer.ts';
import { shelfGroup } from '#ui/recommend/rate/shelf-title.ts';
import { toRequest } from '#ui/recommend/state/changes.ts';
import { parseState } from '#ui/recommend/state/url-state.ts';

/**
 * The page for the address that a visitor comes with. Untracked, so that later changes of the address
 * don't load it again: the page then asks for nothing but the new ranking, and survives a lost connection.
 */
export const load: PageServerLoad = ({ url, locals, untrack }) =>
	untrack(() => {
		const { catalogue, ranking, wellKnown } = locals.services;
		const state = parseState(url.searchParams);
		return {
			answer: state.rated.length > 0 ? ranking.recommend(toRequest(state, state.rated)) : null,
			rated: state.rated.flatMap(({ malId }) => cardOf(catalogue, malId) ?? []),
			shelf: shelfGroup(catalogue, wellKnown, state.group),
		};
	});
