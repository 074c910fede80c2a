import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { API_FAILURES } from '#server/api/failures.ts';
import { compareUsers } from '#server/lists/rank-together.ts';
import { COMPARE_QUERY } from '#ui/recommend/compare/compare-query.ts';
import { joinAddress } from '#ui/recommend/group/join-address.ts';
import { parseMembers, usersOf } from '#ui/recommend/group/member-id.ts';

/** Two public lists beside each other; with one of the visitor's device nothing is compared here. */
export const load: PageServerLoad = async ({ url, locals, request }) => {
	const joined = joinAddress('/compare', url.searchParams);
	if (joined !== null) redirect(303, joined);
	const [first, second] = usersOf(parseMembers(url.searchParams.getAll('with'), 2));
	if (first === undefined || second === undefined) return { answer: null };
	const { lists, ranking } = locals.services;
	const parts = { lists, ranking, now: () => Date.now() };
	const query = { ...COMPARE_QUERY, lists: [first, second] } as const;
	const outcome = await compareUsers(parts, query, request.signal);
	if (!outcome.ok) {
		const { status, message } = API_FAILURES[outcome.reason];
		error(status, message);
	}
	return { answer: outcome.answer };
};
