import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { API_FAILURES } from '#server/api/failures.ts';
import { pageInsights } from '#server/lists/page-insights.ts';
import { parseState } from '#ui/recommend/state/url-state.ts';

/** What the ratings in the address say: the facts with the page, what takes longer after it. */
export const load: PageServerLoad = async ({ url, locals, request }) => {
	const { ranking } = locals.services;
	const entries = parseState(url.searchParams).rated;
	if (entries.length === 0) return { profile: null };
	const facts = await ranking.ask('profile', { entries, parts: ['facts'] }, request.signal);
	if (!facts.ok) {
		const { status, message } = API_FAILURES[facts.reason];
		error(status, message);
	}
	const insights = ranking.ask('profile', { entries, parts: ['insights'] }, request.signal);
	return { profile: { facts: facts.answer, insights: pageInsights(insights) } };
};
