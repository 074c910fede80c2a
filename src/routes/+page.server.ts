import { cardOf } from '#core/rank/answer.ts';
import { EXAMPLE_ENTRIES, EXAMPLE_ROWS, SHELF } from '#ui/recommend/home/example.ts';
import type { PageServerLoad } from './$types';

/** A shelf to start from, and an example that is ranked like any other list. */
export const load: PageServerLoad = async ({ locals, request }) => {
	const { catalogue, ranking } = locals.services;
	const cards = (ids: readonly number[]) =>
		ids.map((malId) => cardOf(catalogue, malId)).filter((card) => card !== undefined);
	const asked = {
		entries: EXAMPLE_ENTRIES,
		excludedEntries: [],
		excludedGenres: [],
		include: { extraSeasons: false, movies: false, specials: false, music: false },
		adult: false,
		offset: 0,
		limit: EXAMPLE_ROWS,
	};
	const outcome = await ranking.ask('recommend', asked, request.signal);
	return {
		shelf: cards(SHELF),
		// The page is of use without it.
		example: outcome.ok ? outcome.answer : null,
		rated: cards(EXAMPLE_ENTRIES.map(({ malId }) => malId)),
	};
};
