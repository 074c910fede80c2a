import type { SiteEntry, SiteListFailure } from '#core/profile/site-list.ts';
import type { DatedList, ListRequest, ListService } from '#server/lists/list-service.ts';

/** Lists by `site/name`; whoever is not there is no user. Notes what it is asked. */
export function memoryLists(
	known: Readonly<Record<string, DatedList | SiteListFailure>>,
	refreshed: Readonly<Record<string, DatedList>> = {},
): ListService & { readonly asked: readonly ListRequest[] } {
	const asked: ListRequest[] = [];
	return {
		asked,
		isOn: (site) => site !== 'mal',
		async get(request) {
			asked.push(request);
			const key = `${request.site}/${request.name.trim()}`;
			const found = (request.refresh && refreshed[key]) || known[key];
			if (found === undefined) return { ok: false, reason: 'no-such-user' };
			return 'reason' in found ? found : { ok: true, list: found };
		},
	};
}

/** A row of a list of which only the score matters. */
export function siteEntry(malId: number, score: number | null): SiteEntry {
	return {
		malId,
		score,
		status: 'completed',
		progress: 12,
		rewatches: 0,
		startedOn: null,
		finishedOn: null,
	};
}
