import type { Candidate } from '../candidates.ts';
import {
	byScore,
	laneBeginnings,
	LANE_SIZE,
	ownCandidate,
	type DraftLane,
	type LanePick,
	type LaneSource,
} from './lane-source.ts';
import type { NextOfFranchises } from './next.ts';
import { releaseOf, seasonBounds } from './release.ts';

/** "This season and to come": stories that are new to the visitor, and what begun ones will go on with. */
export function seasonLane(source: LaneSource, { upcoming }: NextOfFranchises): DraftLane {
	const { context, pass, request } = source;
	const { catalogue } = context;
	const bounds = seasonBounds(request.today);
	const release = (index: number) => releaseOf(catalogue.anime(index), bounds);
	const pick = (candidate: Candidate, after: number | null): LanePick => {
		const { startDate } = catalogue.anime(candidate.index);
		const isUpcoming = release(candidate.index) === 'upcoming';
		return { ...candidate, reason: { kind: 'season', upcoming: isUpcoming, startDate, after } };
	};
	// Of what nobody has dated there is nothing to look forward to yet, unless it goes on with something.
	const { year } = context.map.facts.ranges;
	const isNear = (index: number) => (year[index] ?? 0) >= Number(request.today.slice(0, 4)) - 1;
	const fresh = laneBeginnings(
		source,
		pass.filter,
		(index) => isNear(index) && release(index) !== 'past',
	).map((candidate) => pick(candidate, null));
	const going = upcoming.map(({ index, seen }) =>
		pick(ownCandidate(source, index), catalogue.anime(seen).malId),
	);
	return {
		kind: 'season',
		about: null,
		more: { only: { statuses: ['airing', 'upcoming'] } },
		picks: [...going, ...fresh].toSorted(byScore).slice(0, LANE_SIZE),
	};
}
