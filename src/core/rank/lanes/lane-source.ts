import { topK } from '../../math/top-k.ts';
import type { SimilarAnswer } from '../answer.ts';
import { candidateAt, type Candidate, type PlacedTitles } from '../candidates.ts';
import type { Filter } from '../filters.ts';
import { franchiseOf } from '../franchise-rules.ts';
import type { PassContext, RankingPass } from '../ranking-pass.ts';
import type { SimilarRequest } from '../similar-anime.ts';
import type { Lane, LaneReason, LanesRequest } from './lane.ts';

/** What lanes are made from: one pass over the catalogue, which all of them share. */
export interface LaneSource {
	readonly context: PassContext;
	readonly pass: RankingPass;
	readonly request: LanesRequest;
	/** The titles of the main list. Later seasons have a lane of their own, so they are not among them, whatever the switch says. */
	readonly main: PlacedTitles;
	readonly similar: (request: SimilarRequest) => SimilarAnswer | undefined;
	/** Franchises that stand in an earlier lane: nothing is shown twice. */
	readonly taken: ReadonlySet<number>;
}

/** A title of a lane before it is described. */
export interface LanePick extends Candidate {
	readonly reason: LaneReason;
}

export interface DraftLane extends Pick<Lane, 'kind' | 'about' | 'more'> {
	readonly picks: readonly LanePick[];
}

/** Most titles of a lane that is cut: more are a list, and there is one. */
export const LANE_SIZE = 24;

/** The best titles of the main list that a lane lets in, none that an earlier lane has. The cut comes after the filter. */
export function laneCandidates(
	{ context: { catalogue }, main, taken }: LaneSource,
	keeps: (index: number) => boolean,
	count = LANE_SIZE,
): Candidate[] {
	const scores = main.scores.map((score, index) =>
		score !== -Infinity && keeps(index) && !taken.has(franchiseOf(catalogue, index))
			? score
			: -Infinity,
	);
	return Array.from(topK(scores, count), (index) => candidateAt(main, index));
}

/**
 * Titles that begin a story which is new to the visitor (F1), by their own scores: those of releases that the main list
 * need not choose for its one place of a franchise.
 *
 * @param keeps asked only of what may appear
 */
export function laneBeginnings(
	source: LaneSource,
	{ misses, subject }: Filter,
	keeps: (index: number) => boolean,
): Candidate[] {
	const { catalogue, map } = source.context;
	const { barred, closed, seen } = source.pass.rules;
	const found: Candidate[] = [];
	for (let index = 0; index < catalogue.size; index++) {
		if (misses[index] !== 0 || subject[index] === 0 || barred[index] === 1 || !keeps(index))
			continue;
		const franchise = franchiseOf(catalogue, index);
		if (seen.franchises.has(franchise) || closed.has(franchise) || source.taken.has(franchise)) {
			continue;
		}
		const begins = map.franchises.get(franchise)?.entryPoints.all.includes(index) ?? false;
		if (begins) found.push(ownCandidate(source, index));
	}
	return onceEach(source, found.sort(byScore)).slice(0, LANE_SIZE);
}

/** The first of every franchise. */
function onceEach({ context: { catalogue } }: LaneSource, all: readonly Candidate[]): Candidate[] {
	const passed = new Set<number>();
	return all.filter(({ index }) => {
		const franchise = franchiseOf(catalogue, index);
		return !passed.has(franchise) && passed.add(franchise);
	});
}

/** A title that stands for itself. */
export function ownCandidate(
	{ context: { map }, pass: { order } }: LaneSource,
	index: number,
): Candidate {
	const item = map.itemOfIndex[index] ?? 0;
	return { index, item, score: order[item] ?? -Infinity };
}

/** Best first; equal scores in catalogue order. */
export function byScore(a: Candidate, b: Candidate): number {
	return b.score - a.score || a.index - b.index;
}
