import { createFilter } from '../filters.ts';
import { laneBeginnings, type DraftLane, type LaneSource } from './lane-source.ts';

/** "Films", whatever the switch says; null where the visitor named kinds of release, which the main list shows then. */
export function filmsLane(source: LaneSource): DraftLane | null {
	const { context, request } = source;
	if ((request.only?.types ?? []).length > 0) return null;
	const only = { ...request.only, types: ['Movie' as const] };
	const filter = createFilter(context.map.facts, { ...request, only });
	const picks = laneBeginnings(source, filter, () => true).map((candidate) => ({
		...candidate,
		reason: { kind: 'film' } as const,
	}));
	return { kind: 'films', about: null, more: { only: { types: ['Movie'] } }, picks };
}
