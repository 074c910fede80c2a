import type { ListEntry } from '#core/profile/list-entry.ts';
import type { SiteListFailure } from '#core/profile/site-list.ts';
import { isPathName, parseListSite, type SiteUser } from '#core/profile/site-user.ts';
import type { ListService } from './list-service.ts';

export type MapListOutcome =
	| { readonly ok: true; readonly entries: readonly ListEntry[] }
	| { readonly ok: false; readonly failure: SiteListFailure };

/** Somebody's list as a map draws it: without dates and progress, which it has no use for. */
export async function listForMap(
	lists: Pick<ListService, 'get'>,
	user: SiteUser,
	signal: AbortSignal,
): Promise<MapListOutcome> {
	const outcome = await lists.get({ ...user, signal });
	if (!outcome.ok) return { ok: false, failure: outcome };
	const entries = outcome.list.entries.map(({ malId, score, status }) => ({
		malId,
		score,
		status,
	}));
	return { ok: true, entries };
}

/** A second list, that an address wants to see beside the first: `with=anilist:Name`; null where it wants none. */
export function otherUser(params: Pick<URLSearchParams, 'get'>): SiteUser | null {
	const [site, ...name] = (params.get('with') ?? '').split(':');
	const user = { site: parseListSite(site), name: name.join(':').trim() };
	return user.site !== undefined && isPathName(user.name) ? { ...user, site: user.site } : null;
}
