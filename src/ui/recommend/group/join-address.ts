import { parseMember, parseMembers } from './member-id.ts';
import { togetherPath } from './group-state.ts';

/**
 * Where the form for one more member leads without scripts: from `?with=…&site=&name=` to the page with that member.
 *
 * @returns null where the address is no such form
 */
export function joinAddress(
	page: '/group' | '/compare',
	params: Pick<URLSearchParams, 'get' | 'getAll'>,
): string | null {
	const name = params.get('name');
	if (name === null) return null;
	const joining = parseMember(`${params.get('site') ?? 'mal'}:${name}`);
	const members = parseMembers(params.getAll('with'));
	return togetherPath(page, joining === null ? members : [...members, joining]);
}
