import { laneCandidates, type DraftLane, type LaneSource } from './lane-source.ts';

/** Best-known title of a story that few people know, in members. With fewer there is little to be sure of. */
const FEW_MEMBERS = 100_000;
/** Those who know it must like it: mean score of all members, 1–10. A title of the middle of the catalogue has 6.6. */
const LEAST_SCORE = 7.2;

/** "Hidden gems": the best matches among stories that few people know and those few like. */
export function hiddenGemsLane(source: LaneSource): DraftLane {
	const { catalogue, map } = source.context;
	const { fame, members } = map.facts;
	const most = Math.log1p(FEW_MEMBERS);
	const picks = laneCandidates(
		source,
		(index) => (fame[index] ?? 0) <= most && (catalogue.anime(index).score ?? 0) >= LEAST_SCORE,
	).map((candidate) => ({
		...candidate,
		reason: { kind: 'little-known', members: members[candidate.index] ?? 0 } as const,
	}));
	// The catalogue runs from most members to fewest, and the range is one of its places in percent.
	const better = members.findIndex((count) => count <= FEW_MEMBERS);
	const share = better < 0 ? 0 : 1 - better / Math.max(1, members.length - 1);
	return {
		kind: 'gems',
		about: null,
		more: { popularity: { most: Math.ceil(100 * share) } },
		picks,
	};
}
