import { contributionReasons } from '../../profile/model-input.ts';
import { franchiseOf } from '../franchise-rules.ts';
import type { Contribution } from '../recommendation.ts';
import { laneCandidates, type DraftLane, type LaneSource } from './lane-source.ts';

/** Titles of the list that get a lane. */
const MOST_LANES = 3;
/** Recommendations whose reasons are added up. Taking out entries costs the same for one as for all of them, nearly. */
const EXPLAINED = 12;
/** Titles that are looked at for each: what fits the visitor is picked from the most similar ones. */
const SIMILAR = 30;
/** With fewer titles it is no lane but a coincidence. */
const LEAST_TITLES = 4;

/** A title of the list that explains much of what is recommended. */
export interface Cause {
	/** Catalogue index. */
	readonly index: number;
	readonly reason: Contribution['reason'];
}

/**
 * The entries that do most for the best recommendations, of different franchises, strongest first: liked ones, and
 * watched ones where the list has no scores.
 *
 * @returns more than have lanes, for some have nothing like them left
 */
export function strongestCauses(source: LaneSource): Cause[] {
	const { catalogue, map, model } = source.context;
	const { evidence, input } = source.pass;
	const best = laneCandidates({ ...source, taken: new Set() }, () => true, EXPLAINED);
	const count = input.items.length;
	const parts = new Float32Array(best.length * count);
	model.contributions(
		input,
		Int32Array.from(best, ({ item }) => item),
		parts,
	);
	const sums = Array.from({ length: count }, (_, entry) =>
		best.reduce((sum, _row, row) => sum + Math.max(0, parts[row * count + entry] ?? 0), 0),
	);
	const reasons = contributionReasons(evidence);
	const liked = new Set(reasons.values()).has('liked') ? 'liked' : 'watched';
	const franchises = new Set<number>();
	return Array.from(input.items, (item, entry) => ({ item, sum: sums[entry] ?? 0 }))
		.filter(({ item, sum }) => sum > 0 && reasons.get(model.items[item] ?? -1) === liked)
		.sort((a, b) => b.sum - a.sum || a.item - b.item)
		.map(({ item }) => ({ index: map.indexOfItem[item] ?? -1, reason: liked }) as const)
		.filter(({ index }) => {
			const franchise = franchiseOf(catalogue, index);
			return !franchises.has(franchise) && franchises.add(franchise);
		})
		.slice(0, 2 * MOST_LANES);
}

/** "Because you liked …": what is like that title and fits the visitor best; null where too little is. */
export function becauseLane(source: LaneSource, { index, reason }: Cause): DraftLane | null {
	const { catalogue } = source.context;
	const { malId } = catalogue.anime(index);
	const found = source.similar({ malId, limit: SIMILAR, includeFranchise: false })?.items ?? [];
	const byIndex = new Map(found.map((item) => [catalogue.indexOf(item.malId) ?? -1, item]));
	const picks = laneCandidates(source, (candidate) => byIndex.has(candidate)).map((candidate) => {
		const { reasons = [], shared = [] } = byIndex.get(candidate.index) ?? {};
		return { ...candidate, reason: { kind: 'alike', reasons, shared } as const };
	});
	if (picks.length < LEAST_TITLES) return null;
	return { kind: 'because', about: { malId, reason }, more: null, picks };
}

/** The lanes of the strongest causes, none with a title of another. */
export function becauseLanes(
	source: LaneSource,
	take: (lane: DraftLane) => LaneSource,
): DraftLane[] {
	const lanes: DraftLane[] = [];
	let left = source;
	for (const cause of strongestCauses(source)) {
		if (lanes.length === MOST_LANES) break;
		const lane = becauseLane(left, cause);
		if (lane === null) continue;
		lanes.push(lane);
		left = take(lane);
	}
	return lanes;
}
