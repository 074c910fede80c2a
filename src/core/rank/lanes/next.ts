import { createFilter } from '../filters.ts';
import { byScore, ownCandidate, type DraftLane, type LaneSource } from './lane-source.ts';
import { nextParts, type NextPart } from './next-parts.ts';
import { releaseOf, seasonBounds } from './release.ts';

/** Nothing of it stands elsewhere, so all that anybody scrolls through is given. */
const MOST = 60;

/** What every begun franchise goes on with. */
export interface NextOfFranchises {
	/** One title of each. */
	readonly out: readonly NextPart[];
	/** Where nothing that goes on with the story is out: what is announced. */
	readonly upcoming: readonly NextPart[];
}

/**
 * One title of every franchise that the list has begun, to be watched next (rule F2 keeps them for this lane).
 *
 * Whoever saw a story wants its film as well: the switches that let kinds of release into the main list play no part here.
 */
export function nextOfFranchises({ context, pass, request }: LaneSource): NextOfFranchises {
	const { catalogue, map } = context;
	const include = { ...request.include, movies: true, specials: true };
	const { misses, subject } = createFilter(map.facts, { ...request, include });
	const bounds = seasonBounds(request.today);
	const [out, upcoming]: [NextPart[], NextPart[]] = [[], []];
	for (const franchise of pass.seen.franchises) {
		if (catalogue.franchiseMembers(franchise).length === 1) continue;
		const parts = nextParts(catalogue, map, pass.rules, franchise).filter(
			({ index }) => misses[index] === 0 && subject[index] === 1,
		);
		const isUpcoming = ({ index }: NextPart) =>
			releaseOf(catalogue.anime(index), bounds) === 'upcoming';
		const now = parts.find((part) => !isUpcoming(part));
		const later = parts.find((part) => part.place === 'after' && isUpcoming(part));
		if (now) out.push(now);
		if (later && now?.place !== 'after') upcoming.push(later);
	}
	return { out, upcoming };
}

/** "Next in your franchises". */
export function nextLane(source: LaneSource, { out }: NextOfFranchises): DraftLane {
	const { catalogue } = source.context;
	const picks = out.map(({ index, seen, place }) => ({
		...ownCandidate(source, index),
		reason: { kind: 'next', place, seen: catalogue.anime(seen).malId } as const,
	}));
	return { kind: 'next', about: null, more: null, picks: picks.toSorted(byScore).slice(0, MOST) };
}
