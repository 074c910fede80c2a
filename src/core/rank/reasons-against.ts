import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ListEntry } from '../profile/list-entry.ts';
import { scoreNormalisation } from '../profile/score-normalisation.ts';
import type { FactColumn, FactTable } from './fact-table.ts';

/** A kind of anime that the visitor keeps giving up or scoring low. */
export interface KindAgainst {
	/** A tag is a genre, theme or demographic. */
	readonly kind: 'tag' | 'studio';
	readonly name: string;
	/** Titles of the kind on the list, plans aside. */
	readonly seen: number;
	/** Those that were dropped … */
	readonly dropped: number;
	/** … and those that were scored clearly below the list's mean. */
	readonly scoredLow: number;
	/** MyAnimeList ids of both, dropped first, then the lowest scores; at most {@link MOST_TITLES}. */
	readonly malIds: readonly number[];
}

/** Most kinds that a row is told of, and most titles that are named for each. */
const MOST_KINDS = 2;
const MOST_TITLES = 6;
/** One title that went wrong is no kind. Two of one story are one as well. */
const LEAST_TITLES = 2;
/** Least part of a kind that went wrong: who liked four of five doesn't mind it. */
const LEAST_SHARE = 0.25;
/** How often more than the rest of the list a kind must have gone wrong … */
const LEAST_RATIO = 2;
/** … and how sure that must be: one-sided 95 %, in standard deviations. */
const SURENESS = 1.645;
/** What more than this part of the list has is no kind of its own. */
const MOST_OF_LIST = 0.5;
/** A score counts as low from this far below the mean, in points of 100, or one deviation if that is more. */
const LEAST_DISTANCE = 15;
/** A mark of quality says nothing of what a title is like. */
const NO_KINDS: ReadonlySet<string> = new Set(['Award Winning']);

/** What a list says against one kind, and how much. */
interface Judged {
	readonly against: KindAgainst;
	/** How much more often it went wrong than the rest of the list, at least. */
	readonly excess: number;
}

/**
 * What a list says against kinds of anime, without any model: the genre, theme, demographic or studio of which clearly
 * more was dropped or scored low than of everything else on the list.
 *
 * Takes time once for each entry of the list, then some lookups for each title asked for.
 *
 * @param entries the evidence; plans don't count
 * @returns the reasons against a title by its catalogue index, the clearest first, at most two
 */
export function createReasonsAgainst(
	catalogue: Catalogue,
	{ choices }: Pick<FactTable, 'choices'>,
	entries: readonly ListEntry[],
): (index: number) => KindAgainst[] {
	const seen = readList(catalogue, entries);
	const wrong = seen.filter(({ isWrong }) => isWrong);
	if (wrong.length < LEAST_TITLES) return () => [];
	const judges = (['tag', 'studio'] as const).map((kind) => {
		const column = kind === 'tag' ? choices.tags : choices.studios;
		const counts = countCodes(column, seen);
		const known = new Map<number, Judged | null>();
		return (index: number) =>
			Array.from(codesOf(column, index), (code) => {
				const judged = known.get(code);
				if (judged !== undefined) return judged;
				const name = column.values[code] ?? '';
				const found = NO_KINDS.has(name)
					? null
					: judge({ kind, name, seen: counts[code] ?? 0 }, of(column, code, wrong), seen, wrong);
				known.set(code, found);
				return found;
			}).filter((found) => found !== null);
	});
	return (index) => clearest(judges.flatMap((judgeOf) => judgeOf(index)));
}

/** An entry of the list that the catalogue knows. */
interface SeenEntry {
	readonly index: number;
	readonly malId: number;
	readonly franchise: number;
	readonly isDropped: boolean;
	readonly score: number;
	/** Dropped or scored low. */
	readonly isWrong: boolean;
}

function readList(catalogue: Catalogue, entries: readonly ListEntry[]): SeenEntry[] {
	const { mean, deviation } = scoreNormalisation(entries);
	const low = mean - Math.max(LEAST_DISTANCE, deviation);
	return entries.flatMap(({ malId, score, status }) => {
		const index = catalogue.indexOf(malId);
		if (index === undefined || status === 'plan-to-watch') return [];
		const isDropped = status === 'dropped';
		const isWrong = isDropped || (score !== null && score <= low);
		const franchise = catalogue.franchise[index] ?? 0;
		return [{ index, malId, franchise, isDropped, score: score ?? mean, isWrong }];
	});
}

function codesOf({ starts, codes }: FactColumn, index: number): Uint16Array {
	return codes.subarray(starts[index], starts[index + 1]);
}

function countCodes(column: FactColumn, entries: readonly SeenEntry[]): Uint32Array {
	const counts = new Uint32Array(column.values.length);
	for (const { index } of entries) {
		for (const code of codesOf(column, index)) counts[code] = (counts[code] ?? 0) + 1;
	}
	return counts;
}

function of(column: FactColumn, code: number, entries: readonly SeenEntry[]): SeenEntry[] {
	return entries.filter(({ index }) => codesOf(column, index).includes(code));
}

/** @param ofKind what went wrong of the kind */
function judge(
	kind: Pick<KindAgainst, 'kind' | 'name' | 'seen'>,
	ofKind: readonly SeenEntry[],
	all: readonly SeenEntry[],
	wrong: readonly SeenEntry[],
): Judged | null {
	const stories = new Set(ofKind.map(({ franchise }) => franchise));
	if (stories.size < LEAST_TITLES || kind.seen > MOST_OF_LIST * all.length) return null;
	const share = ofKind.length / kind.seen;
	// The kind itself is left out: it would raise what it is held against.
	const rest = (wrong.length - ofKind.length) / (all.length - kind.seen);
	const excess = leastShare(ofKind.length, kind.seen) - rest;
	if (share < Math.max(LEAST_SHARE, LEAST_RATIO * rest) || excess <= 0) return null;
	const dropped = ofKind.filter(({ isDropped }) => isDropped).length;
	const malIds = [...ofKind]
		.sort((a, b) => Number(b.isDropped) - Number(a.isDropped) || a.score - b.score)
		.slice(0, MOST_TITLES)
		.map(({ malId }) => malId);
	return { against: { ...kind, dropped, scoredLow: ofKind.length - dropped, malIds }, excess };
}

/** Lower end of what a share may really be (Wilson 1927), so that two of two don't count as all. */
function leastShare(hits: number, trials: number): number {
	const share = hits / trials;
	const square = SURENESS ** 2 / trials;
	const half = SURENESS * Math.sqrt((share * (1 - share) + square / 4) / trials);
	return (share + square / 2 - half) / (1 + square);
}

/** Of two kinds that tell of the same titles, a studio and its one subject, the clearer one is enough. */
function clearest(judged: Judged[]): KindAgainst[] {
	const chosen: KindAgainst[] = [];
	for (const { against } of judged.sort((a, b) => b.excess - a.excess)) {
		const told = new Set(chosen.flatMap(({ malIds }) => malIds));
		if (against.malIds.some((malId) => !told.has(malId))) chosen.push(against);
		if (chosen.length === MOST_KINDS) break;
	}
	return chosen;
}
