import type { ListEntry } from '../profile/list-entry.ts';
import { contributionReasons } from '../profile/model-input.ts';

/**
 * A list in which whatever was dropped or disliked counts as watched without a score: having chosen a title says
 * something, also where it went wrong. What has been seen stays seen; only the evidence changes.
 */
export function withoutDislikes(entries: readonly ListEntry[]): ListEntry[] {
	const reasons = contributionReasons(entries);
	return entries.map((entry) => {
		const reason = entry.status === 'plan-to-watch' ? 'watched' : reasons.get(entry.malId);
		const isDislike = reason === 'dropped' || reason === 'disliked';
		return isDislike ? { malId: entry.malId, score: null, status: 'completed' } : entry;
	});
}
