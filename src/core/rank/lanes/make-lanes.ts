import { cardOf, type SimilarAnswer } from '../answer.ts';
import { placeTitles, type Candidate } from '../candidates.ts';
import type { RowFacts } from '../describe.ts';
import { franchiseOf } from '../franchise-rules.ts';
import { readEvidence, scoreList, type PassContext, type RankingPass } from '../ranking-pass.ts';
import type { SimilarRequest } from '../similar-anime.ts';
import { becauseLanes } from './because-liked.ts';
import { filmsLane } from './films.ts';
import { hiddenGemsLane } from './hidden-gems.ts';
import type { Lane, LanesAnswer, LanesRequest } from './lane.ts';
import type { DraftLane, LaneSource } from './lane-source.ts';
import { nextLane, nextOfFranchises } from './next.ts';
import { outsideLane } from './outside-bubble.ts';
import { plannedLane } from './planned.ts';
import { seasonLane } from './season.ts';

/** What a ranking brings along to fill lanes. */
export interface LaneParts {
	readonly context: PassContext;
	readonly similar: (request: SimilarRequest) => SimilarAnswer | undefined;
	/** Tells of a candidate what a row of the main list would. */
	readonly describer: (pass: RankingPass) => (candidate: Candidate) => RowFacts;
}

/**
 * Fills all lanes for a list from one pass over the catalogue. A lane takes no franchise that an earlier one has, so
 * the most telling come first; one that stays empty is left out.
 */
export function makeLanes(
	{ context, similar, describer }: LaneParts,
	request: LanesRequest,
): LanesAnswer {
	const read = readEvidence(context, request);
	if (read.input.items.length === 0) return { lanes: [], anime: [] };
	const pass = scoreList(context, request, read);
	const { catalogue, map } = context;
	const rules = { ...pass.rules, extraSeasons: false };
	const main = placeTitles(catalogue, map, pass.order, rules, pass.filter);
	const drafts = draftLanes({ context, pass, request, main, similar, taken: new Set() });
	const describe = describer(pass);
	const lanes = drafts.map(({ kind, about, more, picks }): Lane => ({
		kind,
		about,
		more,
		items: picks.map(({ reason, ...candidate }) => {
			// A tile has no room for what speaks against it.
			const { against: _, ...facts } = describe(candidate);
			return { ...facts, reason };
		}),
	}));
	return { lanes, anime: mentioned(context, lanes) };
}

function draftLanes(start: LaneSource): DraftLane[] {
	const { catalogue } = start.context;
	const taken = new Set(start.taken);
	const source = { ...start, taken };
	const drafts: DraftLane[] = [];
	const add = (lane: DraftLane | null) => {
		if (lane === null || lane.picks.length === 0) return source;
		for (const { index } of lane.picks) taken.add(franchiseOf(catalogue, index));
		drafts.push(lane);
		return source;
	};
	const next = nextOfFranchises(source);
	add(nextLane(source, next));
	add(plannedLane(source));
	add(seasonLane(source, next));
	becauseLanes(source, add);
	add(filmsLane(source));
	add(hiddenGemsLane(source));
	add(outsideLane(source));
	return drafts;
}

function mentioned({ catalogue }: PassContext, lanes: readonly Lane[]): LanesAnswer['anime'] {
	const malIds = lanes.flatMap(({ about, items }) => [
		about?.malId,
		...items.flatMap(({ malId, standsFor, versionOf, reason }) => [
			malId,
			standsFor,
			versionOf,
			reason.kind === 'next' ? reason.seen : null,
			reason.kind === 'season' ? reason.after : null,
		]),
	]);
	const known = malIds.filter((malId) => malId !== undefined && malId !== null);
	return [...new Set(known)].flatMap((malId) => cardOf(catalogue, malId) ?? []);
}
