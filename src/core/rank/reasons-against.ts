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
/** Least part of a kind that went wrong: who liked four of five doesn't mind it. Of two titles alone it takes more. */
const LEAST_SHARE = 1 / 3;
const LEAST_SHARE_OF_FEW = 1 / 2;
/** How often more than the rest of the list a kind must have gone wrong … */
const LEAST_RATIO = 2;
/** … and how sure either share must be: one-sided 95 %, in standard deviations. */
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
		const wrongOf = groupByCode(column, wrong);
		const known = new Map<number, Judged | null>();
		const judgeCode = (code: number): Judged | null => {
			const name = column.values[code] ?? '';
			const ofKind = wrongOf.get(code) ?? [];
			if (ofKind.length < LEAST_TITLES || NO_KINDS.has(name)) return null;
			return judge({ kind, name, seen: counts[code] ?? 0 }, ofKind, seen, wrong);
		};
		return (index: number) => {
			const found: Judged[] = [];
			for (let at = column.starts[index] ?? 0; at < (column.starts[index + 1] ?? 0); at++) {
				const code = column.codes[at] ?? 0;
				const before = known.get(code);
				const judged = before === undefined ? judgeCode(code) : before;
				if (before === undefined) known.set(code, judged);
				if (judged !== null) found.push(judged);
			}
			return found;
		};
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

function countCodes({ values, starts, codes }: FactColumn, entries: readonly SeenEntry[]) {
	const counts = new Uint32Array(values.length);
	for (const { index } of entries) {
		for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at++) {
			const code = codes[at] ?? 0;
			counts[code] = (counts[code] ?? 0) + 1;
		}
	}
	return counts;
}

function groupByCode({ starts, codes }: FactColumn, entries: readonly SeenEntry[]) {
	const groups = new Map<number, SeenEntry[]>();
	for (const entry of entries) {
		const end = starts[entry.index + 1] ?? 0;
		for (let at = starts[entry.index] ?? 0; at < end; at++) {
			const code = codes[at] ?? 0;
			const group = groups.get(code);
			if (group) group.push(entry);
			else groups.set(code, [entry]);
		}
	}
	return groups;
}

/** @param ofKind what went wrong of the kind */
function judge(
	kind: Pick<KindAgainst, 'kind' | 'name' | 'seen'>,
	ofKind: readonly SeenEntry[],
	all: readonly SeenEntry[],
	wrong: readonly SeenEntry[],
): Judged | null {
	if (kind.seen > MOST_OF_LIST * all.length) return null;
	const share = ofKind.length / kind.seen;
	// The kind itself is left out: it would raise what it is held against.
	const [wrongElsewhere, elsewhere] = [wrong.length - ofKind.length, all.length - kind.seen];
	const least = ofKind.length > LEAST_TITLES ? LEAST_SHARE : LEAST_SHARE_OF_FEW;
	if (share < Math.max(least, (LEAST_RATIO * wrongElsewhere) / elsewhere)) return null;
	const excess =
		shareBound(ofKind.length, kind.seen, -1) - shareBound(wrongElsewhere, elsewhere, 1);
	if (excess <= 0) return null;
	const stories = new Set(ofKind.map(({ franchise }) => franchise));
	if (stories.size < LEAST_TITLES) return null;
	const dropped = ofKind.filter(({ isDropped }) => isDropped).length;
	const malIds = [...ofKind]
		.sort((a, b) => Number(b.isDropped) - Number(a.isDropped) || a.score - b.score)
		.slice(0, MOST_TITLES)
		.map(({ malId }) => malId);
	return { against: { ...kind, dropped, scoredLow: ofKind.length - dropped, malIds }, excess };
}

/** Lower or upper end of what a share may really be (Wilson 1927): two of two are not all, none of ten is not never. */
function shareBound(hits: number, trials: number, side: 1 | -1): number {
	const share = hits / trials;
	const square = SURENESS ** 2 / trials;
	const half = SURENESS * Math.sqrt((share * (1 - share) + square / 4) / trials);
	return (share + square / 2 + side * half) / (1 + square);
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
