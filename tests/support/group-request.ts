import type { GroupRequest } from '#core/rank/group/group.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';

/** A request of a group with every default, but for what a test names. */
export function groupRequest(
	members: readonly (readonly ListEntry[])[],
	named: Partial<GroupRequest> = {},
): GroupRequest {
	return {
		members,
		fairness: 0.5,
		seenBy: 'none',
		excludedGenres: [],
		include: { extraSeasons: false, movies: false, specials: false, music: false },
		adult: false,
		offset: 0,
		limit: 50,
		...named,
	};
}
