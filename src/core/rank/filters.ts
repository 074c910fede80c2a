import type { AnimeType } from '../catalogue/anime.ts';
import type { FactColumn, FactTable } from './fact-table.ts';
import {
	RANGE_KINDS,
	rankingOptions,
	type FactKind,
	type Range,
	type RankingOptions,
} from './ranking-options.ts';
import type { IncludeOptions, ListQuery } from './recommendation.ts';

/** The switch that lets a type in; types without one (TV, Unknown) always may appear. */
const TYPE_SWITCH: Partial<Record<string, Exclude<keyof IncludeOptions, 'extraSeasons'>>> = {
	Movie: 'movies',
	OVA: 'specials',
	ONA: 'specials',
	Special: 'specials',
	'TV Special': 'specials',
	Music: 'music',
	CM: 'music',
	PV: 'music',
} satisfies Partial<Record<AnimeType, keyof IncludeOptions>>;

/**
 * What the visitor lets into the list, for every title by catalogue index.
 *
 * It looks at titles alone: what the visitor has seen is the business of the franchise rules.
 */
export interface Filter {
	/**
	 * What keeps a release out: a bit of {@link missBit} for each kind of which it is none of the wanted ones,
	 * {@link OTHER_MISS} for all else, 0 where it may appear. Another way into the same story may pass where one does not.
	 */
	readonly misses: Uint8Array;
	/** 1 where the subject may appear. Where it may not, no other way into the same story may either. */
	readonly subject: Uint8Array;
}

/** Kinds that tell releases of one story apart; tags say what the story is about. */
const RELEASE_KINDS = [
	'types',
	'studios',
	'sources',
	'statuses',
	'ageRatings',
	'seasons',
] as const satisfies readonly FactKind[];
type ReleaseKind = (typeof RELEASE_KINDS)[number];

/** The bit of a kind in {@link Filter.misses}: without it, a title would be in if the kind named nothing. */
export function missBit(kind: ReleaseKind): number {
	return 1 << RELEASE_KINDS.indexOf(kind);
}

const OTHER_MISS = 1 << 7;

/** The filter that a request asks for: a walk over each column that has a wish. */
export function createFilter(facts: FactTable, request: ListQuery): Filter {
	const options = rankingOptions(request);
	return {
		misses: releaseMisses(facts, options, request.include),
		subject: subjects(facts, options, [
			...options.without.tags,
			...request.excludedGenres,
			...(request.hidden?.tags ?? []),
		]),
	};
}

function releaseMisses(
	{ size, choices, ranges }: FactTable,
	{ only, without, ranges: wanted }: RankingOptions,
	include: IncludeOptions,
): Uint8Array {
	const misses = new Uint8Array(size);
	const miss = (bit: number, fails: (index: number) => boolean) => {
		for (let index = 0; index < size; index++) {
			if (fails(index)) misses[index] = (misses[index] ?? 0) | bit;
		}
	};
	const letIn = choices.types.values.filter((type) => {
		const typeSwitch = TYPE_SWITCH[type];
		return typeSwitch === undefined || include[typeSwitch];
	});
	for (const kind of RELEASE_KINDS) {
		const names = kind === 'types' && only.types.length === 0 ? letIn : only[kind];
		if (names.length > 0 || kind === 'types') {
			const found = countNamed(choices[kind], names);
			miss(missBit(kind), (index) => found[index] === 0);
		}
		if (without[kind].length > 0) {
			const found = countNamed(choices[kind], without[kind]);
			miss(OTHER_MISS, (index) => found[index] !== 0);
		}
	}
	for (const kind of RANGE_KINDS) {
		if (!isOpen(wanted[kind]))
			miss(OTHER_MISS, (at) => !lies(ranges[kind][at] ?? -1, wanted[kind]));
	}
	return misses;
}

function subjects(
	{ size, choices, members, adult }: FactTable,
	options: RankingOptions,
	unwanted: readonly string[],
): Uint8Array {
	const subject = new Uint8Array(size).fill(1);
	const keep = (passes: (index: number) => boolean) => {
		for (let index = 0; index < size; index++) if (!passes(index)) subject[index] = 0;
	};
	const wanted = new Set(options.only.tags);
	if (wanted.size > 0) {
		const found = countNamed(choices.tags, options.only.tags);
		keep((index) => found[index] === wanted.size);
	}
	if (unwanted.length > 0) {
		const found = countNamed(choices.tags, unwanted);
		keep((index) => found[index] === 0);
	}
	if (options.adult === 'hide') keep((index) => adult[index] === 0);
	if (options.minMembers > 0) keep((index) => (members[index] ?? 0) >= options.minMembers);
	if (!isOpen(options.popularity)) {
		// The catalogue runs from most members to fewest.
		keep((index) => lies(100 * (1 - index / Math.max(1, size - 1)), options.popularity));
	}
	return subject;
}

/** How many of some names every title has. */
function countNamed({ starts, titles }: FactColumn, names: readonly string[]): Uint8Array {
	const found = new Uint8Array(starts.length - 1);
	for (const name of new Set(names)) {
		for (const index of titles.get(name) ?? []) found[index] = (found[index] ?? 0) + 1;
	}
	return found;
}

function isOpen({ least, most }: Range): boolean {
	return least === undefined && most === undefined;
}

/** A number that no source knows is below 0 and lies in no range. */
function lies(value: number, { least = 0, most = Infinity }: Range): boolean {
	return value >= 0 && value >= least && value <= most;
}
