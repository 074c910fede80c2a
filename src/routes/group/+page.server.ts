import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { API_FAILURES } from '#server/api/failures.ts';
import { rankForGroup } from '#server/lists/rank-together.ts';
import { joinAddress } from '#ui/recommend/group/join-address.ts';
import { parseGroupState, toGroupQuery } from '#ui/recommend/group/group-state.ts';
import { staysOnDevice, usersOf } from '#ui/recommend/group/member-id.ts';

/**
 * The page for the address that a visitor comes with. Untracked: what changes from there on the page asks for by
 * itself. With a list of the visitor's device nothing is ranked here.
 */
export const load: PageServerLoad = ({ url, locals, request, untrack }) =>
	untrack(async () => {
		const joined = joinAddress('/group', url.searchParams);
		if (joined !== null) redirect(303, joined);
		const { lists, ranking } = locals.services;
		const state = parseGroupState(url.searchParams);
		if (state.members.length === 0 || staysOnDevice(state.members)) return { answer: null };
		const parts = { lists, ranking, now: () => Date.now() };
		const query = { ...toGroupQuery(state), members: usersOf(state.members) };
		const outcome = await rankForGroup(parts, query, request.signal);
		if (!outcome.ok) {
			const { status, message } = API_FAILURES[outcome.reason];
			error(status, message);
		}
		return { answer: outcome.answer };
	});
