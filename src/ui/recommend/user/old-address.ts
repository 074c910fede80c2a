import { parseListSite, userPath } from '#core/profile/site-user.ts';
import { DEFAULT_STATE, parseState, writeState } from '../state/url-state.ts';

/** Pages of a user as addresses of the earlier Sprout name them, and what follows the user's own address here. */
const PAGES: ReadonlyMap<string, string> = new Map([
	['recommendations', ''],
	['stats', '/profile'],
	['atlas', '/atlas'],
]);

/**
 * Where an address of the earlier Sprout, `/user/<name>/<page>?source=anilist`, has moved to, with its filters as
 * far as they exist here; null where it never was one.
 */
export function movedAddress(
	name: string,
	page: string,
	params: Pick<URLSearchParams, 'get' | 'getAll'>,
): string | null {
	const site = parseListSite(params.get('source') ?? 'mal');
	const end = PAGES.get(page);
	if (site === undefined || end === undefined) return null;
	const on = (parameter: string) => params.get(parameter) === 'true';
	const search = writeState({
		...DEFAULT_STATE,
		include: {
			extraSeasons: on('exs'),
			movies: on('movies'),
			specials: on('specials'),
			music: on('music'),
		},
		excludedEntries: excludedEntries(params.getAll('eid')),
	});
	return userPath({ site, name: name.trim() }) + end + (end === '' ? search : '');
}

/** Repeated ids, in the form and within the bounds of the present addresses. */
function excludedEntries(ids: readonly string[]): readonly number[] {
	return parseState(new URLSearchParams({ x: ids.join('_') })).excludedEntries;
}
