import type { ListEntry } from '../../profile/list-entry.ts';
import { cardOf } from '../answer.ts';
import { readMember, type GroupParts, type ReadMember } from '../group/read-members.ts';
import { rankingOptions } from '../ranking-options.ts';
import type { ComparedList, CompareRequest, Comparison } from './comparison.ts';
import {
	agreementOf,
	biggestDifferences,
	scoredByBoth,
	sharedFavourites,
} from './shared-titles.ts';
import { suggestionsOf } from './suggestions.ts';

/** Holds two lists against each other: agreement, common favourites, differences, and what each should show the other. */
export function compareLists(parts: GroupParts, request: CompareRequest): Comparison {
	const { catalogue } = parts;
	const { limit } = request;
	const [a, b] = request.lists.map((list) =>
		list.filter(({ malId }) => catalogue.indexOf(malId) !== undefined),
	) as [ListEntry[], ListEntry[]]; // as many as there were
	const options = rankingOptions(request);
	const [first, second] = [readMember(parts, a, options), readMember(parts, b, options)];
	const titles = scoredByBoth([a, b]);
	const compared = {
		favourites: sharedFavourites(titles, limit),
		differences: biggestDifferences(titles, limit),
	};
	const suggestions = [
		suggestionsOf(parts, a, b, second, request),
		suggestionsOf(parts, b, a, first, request),
	] as const;
	const mentioned = new Set([
		...[...compared.favourites, ...compared.differences].map(({ malId }) => malId),
		...suggestions
			.flat()
			.flatMap(({ malId, standsFor }) => (standsFor === null ? [malId] : [malId, standsFor])),
	]);
	return {
		lists: [summaryOf(first), summaryOf(second)],
		bothSeen: [...first.seen.keys()].filter((index) => second.seen.has(index)).length,
		bothScored: titles.length,
		agreement: agreementOf(titles),
		...compared,
		suggestions,
		anime: [...mentioned].flatMap((malId) => cardOf(catalogue, malId) ?? []),
	};
}

function summaryOf({ seen, usedEntries, rough }: ReadMember): ComparedList {
	const scores = [...seen.values()].flatMap(({ score }) => score ?? []);
	const sum = scores.reduce((total, score) => total + score, 0);
	return {
		seen: seen.size,
		scored: scores.length,
		meanScore: scores.length === 0 ? null : sum / scores.length,
		usedEntries,
		rough,
	};
}
