import { createFilter } from '../filters.ts';
import { franchiseOf } from '../franchise-rules.ts';
import { byScore, ownCandidate, type DraftLane, type LaneSource } from './lane-source.ts';

/** Longer plans are a list of their own, on their own site. */
const MOST = 60;

/**
 * "From your plans": what is planned, the likeliest first; of a franchise the first planned title in watch order.
 *
 * Whatever kind of release was planned may appear, but nothing of a franchise that is closed (F3, F4).
 */
export function plannedLane(source: LaneSource): DraftLane {
	const { context, pass, request } = source;
	const { catalogue, map } = context;
	const include = { ...request.include, movies: true, specials: true, music: true };
	const { misses, subject } = createFilter(map.facts, { ...request, include });
	const { barred, closed, seen } = pass.rules;
	const mayAppear = (index: number) =>
		misses[index] === 0 &&
		subject[index] === 1 &&
		barred[index] === 0 &&
		!closed.has(franchiseOf(catalogue, index));
	const franchises = new Set(Array.from(seen.planned, (index) => franchiseOf(catalogue, index)));
	const firsts = [...franchises].flatMap(
		(franchise) =>
			catalogue
				.franchiseMembers(franchise)
				.find((index) => seen.planned.has(index) && mayAppear(index)) ?? [],
	);
	const picks = firsts.map((index) => ({
		...ownCandidate(source, index),
		reason: { kind: 'planned' } as const,
	}));
	return {
		kind: 'planned',
		about: null,
		more: null,
		picks: picks.toSorted(byScore).slice(0, MOST),
	};
}
