import {
	DEFAULT_RANKING_OPTIONS,
	FACT_KINDS,
	RANGE_KINDS,
	type RankingOptions,
} from '#core/rank/ranking-options.ts';
import type { IncludeOptions } from '#core/rank/recommendation.ts';
import type { WhatIfOutcome } from '#core/rank/what-if.ts';
import { formatRoughCount } from '#ui/shared/format-number.ts';
import { toggleExcludedEntry, toggleInclude, withTried } from '../state/changes.ts';
import type { RecommendState } from '../state/url-state.ts';
import { whatIfWords } from '../what-if/what-if-words.ts';
import { leftOut, wantedOf, withChoice, withOptions } from './choices.ts';
import { rangeText, valueText } from './filter-words.ts';

/** One thing that differs from a fresh visit, in words, and the state without it. */
export interface ActiveFilter {
	readonly key: string;
	readonly label: string;
	/** Language of the label where it is not the page's. */
	readonly lang?: string | undefined;
	/** It is no filter, but a score that is tried out. */
	readonly tried?: true;
	readonly without: RecommendState;
}

/** How a title of the list is called. */
type NameOf = (malId: number) => { readonly text: string; readonly lang?: string | undefined };

const INCLUDED: Readonly<Record<keyof IncludeOptions, string>> = {
	extraSeasons: 'extra seasons too',
	movies: 'movies too',
	specials: 'OVA & specials too',
	music: 'music too',
};

/**
 * All that is active: scores that are tried out, then filters in the order of the drawer.
 *
 * @param outcome what the newest answer says of those scores
 */
export function listActive(
	state: RecommendState,
	nameOf: NameOf,
	outcome?: WhatIfOutcome,
): ActiveFilter[] {
	return [
		...triedScores(state, nameOf, outcome),
		...switches(state),
		...choices(state),
		...ranges(state),
		...order(state),
		...entries(state, nameOf),
	];
}

function triedScores(
	state: RecommendState,
	nameOf: NameOf,
	outcome: WhatIfOutcome | undefined,
): ActiveFilter[] {
	return state.whatIf.map((one) => {
		const { text, lang } = nameOf(one.malId);
		return {
			key: `tried:${one.malId}`,
			label: `what if: ${text} ${whatIfWords(one, outcome)}`,
			lang,
			tried: true,
			without: withTried(state, one.malId, null),
		};
	});
}

function switches(state: RecommendState): ActiveFilter[] {
	const kinds = Object.keys(INCLUDED) as (keyof IncludeOptions)[]; // its own keys
	return kinds.flatMap((kind) =>
		state.include[kind]
			? [{ key: kind, label: INCLUDED[kind], without: toggleInclude(state, kind) }]
			: [],
	);
}

function choices(state: RecommendState): ActiveFilter[] {
	return FACT_KINDS.flatMap((kind) => {
		const chip = (value: string, label: string): ActiveFilter => ({
			key: `${kind}:${value}`,
			label,
			without: withChoice(state, kind, value, 'any'),
		});
		return [
			...wantedOf(state, kind).map((value) => chip(value, valueText(kind, value))),
			...leftOut(state, kind).map((value) => chip(value, `no ${valueText(kind, value)}`)),
		];
	});
}

function ranges(state: RecommendState): ActiveFilter[] {
	const { options } = state;
	const bounded = RANGE_KINDS.flatMap((kind): ActiveFilter[] => {
		const label = rangeText(kind, options.ranges[kind]);
		if (label === null) return [];
		return [
			{
				key: kind,
				label,
				without: withOptions(state, { ranges: { ...options.ranges, [kind]: {} } }),
			},
		];
	});
	const popularity = rangeText('popularity', options.popularity);
	if (popularity === null) return bounded;
	return [
		...bounded,
		{ key: 'popularity', label: popularity, without: withOptions(state, { popularity: {} }) },
	];
}

/** What orders, and the rest that is on or off. */
function order(state: RecommendState): ActiveFilter[] {
	const { options } = state;
	const usual = DEFAULT_RANKING_OPTIONS;
	const labels: Partial<Record<keyof RankingOptions, string>> = {
		minMembers: `${formatRoughCount(options.minMembers)} members or more`,
		ratingWeight: options.ratingWeight < usual.ratingWeight ? 'more to watch' : 'more to like',
		niche: 'lesser known first',
		diversity: 'more variety',
		ignoreDislikes: 'dislikes ignored',
		plans: options.plans === 'hide' ? 'no plans' : 'plans unmarked',
		adult: options.adult === 'blur' ? 'adult titles, blurred' : 'adult titles',
	};
	const kinds = Object.keys(labels) as (keyof typeof labels)[]; // its own keys
	return kinds.flatMap((kind) => {
		const label = labels[kind];
		if (label === undefined || options[kind] === usual[kind]) return [];
		return [{ key: kind, label, without: withOptions(state, { [kind]: usual[kind] }) }];
	});
}

function entries(state: RecommendState, nameOf: NameOf): ActiveFilter[] {
	return state.excludedEntries.map((malId) => {
		const { text, lang } = nameOf(malId);
		return {
			key: `entry:${malId}`,
			label: `without ${text}`,
			lang,
			without: toggleExcludedEntry(state, malId),
		};
	});
}
