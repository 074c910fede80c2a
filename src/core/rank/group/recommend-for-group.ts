import { cardOf } from '../answer.ts';
import { candidates, type Candidate } from '../candidates.ts';
import type { Diversity } from '../diversity.ts';
import { createFilter } from '../filters.ts';
import { franchiseOf, seenState } from '../franchise-rules.ts';
import { matchStrength } from '../match.ts';
import { rankingOptions } from '../ranking-options.ts';
import { groupPoints, reluctantMember } from './fairness.ts';
import type { GroupAnswer, GroupedAnime, GroupRequest, MemberView } from './group.ts';
import { readMember, type GroupParts, type ReadMember } from './read-members.ts';
import { groupPlaces } from './seen-together.ts';

/**
 * Ranks the catalogue for several lists at once: every member's points, brought together by the dial, then filters and
 * franchise rules as for a single list, diversity, and only now the cut.
 */
export function recommendForGroup(
	parts: GroupParts & { readonly diversity: Diversity },
	request: GroupRequest,
): GroupAnswer {
	const { catalogue, map, diversity } = parts;
	const options = rankingOptions(request);
	const members = request.members.map((list) => readMember(parts, list, options));
	const { offset, limit } = request;
	const told = members.map(({ usedEntries, rough }) => ({ usedEntries, rough }));
	const opinions = members.flatMap(({ opinion }) => opinion ?? []);
	if (opinions.length === 0) return { total: 0, offset, items: [], members: told, anime: [] };

	const together = {
		seen: seenState(catalogue, request.members.flat(), request.hidden?.restored),
		// Whoever's list is missing can't have seen what all have seen.
		lists: members.filter(({ entries }) => entries.size > 0).map(({ seen }) => seen),
	};
	const filter = createFilter(map.facts, { ...request, entries: [], excludedEntries: [] });
	const joint = groupPoints(
		opinions.map(({ points }) => points),
		request.fairness,
	);
	const { rules, points } = groupPlaces(catalogue, map, together, joint, filter, request);
	const ranked = diversity.mix(
		candidates(catalogue, map, points, rules, filter),
		options.diversity,
	);
	const items = ranked.page(offset, limit).map((candidate, position) => ({
		...describe(parts, members, candidate),
		place: offset + position + 1,
	}));
	const mentioned = new Set(
		items.flatMap(({ malId, standsFor }) => (standsFor === null ? [malId] : [malId, standsFor])),
	);
	const anime = [...mentioned].flatMap((malId) => cardOf(catalogue, malId) ?? []);
	return { total: ranked.total, offset, items, members: told, anime };
}

function describe(
	{ catalogue, map, model }: GroupParts,
	members: readonly ReadMember[],
	{ index, item }: Candidate,
): Omit<GroupedAnime, 'place'> {
	const { malId } = catalogue.anime(index);
	const scoredAs = model.items[item] ?? malId;
	// What is said of the row is said of the title that it shows, whichever earned the place.
	const shown = map.itemOfIndex[index] ?? item;
	return {
		malId,
		franchiseSize: catalogue.franchiseMembers(franchiseOf(catalogue, index)).length,
		standsFor: scoredAs === malId ? null : scoredAs,
		cold: shown >= model.learnedCount,
		members: members.map((member) => viewOf(member, index, item, shown)),
		reluctant: reluctantMember(members.map(({ opinion }) => opinion?.points[item] ?? null)),
	};
}

/** @param item whose score the row has; @param shown whose predicted score it tells */
function viewOf(
	{ entries, seen, opinion, usedEntries }: ReadMember,
	index: number,
	item: number,
	shown: number,
): MemberView {
	const entry = entries.get(index);
	const known = entry ? { status: entry.status, score: entry.score } : null;
	if (opinion === null || seen.has(index)) return { prediction: null, entry: known };
	const strength = matchStrength(opinion.scores[item] ?? 0, opinion.scale, usedEntries);
	return { prediction: { strength, score: opinion.ratings[shown] ?? 0 }, entry: known };
}
