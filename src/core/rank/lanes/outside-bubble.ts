import type { FactColumn } from '../fact-table.ts';
import { franchiseOf } from '../franchise-rules.ts';
import { laneCandidates, type DraftLane, type LanePick, type LaneSource } from './lane-source.ts';

/** A shorter list has no bubble yet: nearly everything lies outside. */
const LEAST_SEEN = 10;
/** A tag is unfamiliar while at most this share of the list has it. */
const UNFAMILIAR_SHARE = 0.03;
/** A tag of fewer titles is no region to discover. */
const LEAST_TITLES = 60;
/** Outside lies what is at most half as like the list as its own titles are. */
const OUTSIDE = 0.5;
/** Good matches are as good as the best of so many in the main list. */
const GOOD_MATCHES = 500;
/** Most titles for one tag: a lane of sports alone would be another bubble. */
const MOST_OF_A_TAG = 4;
const MOST = 16;

/**
 * "Outside your bubble": good matches that have a genre, theme or demographic which the list hardly has, and that are
 * unlike what it is full of, all tags together. Null for short lists.
 */
export function outsideLane(source: LaneSource): DraftLane | null {
	const { context, pass } = source;
	const { catalogue, map } = context;
	const seen = [...pass.seen.titles];
	if (seen.length < LEAST_SEEN) return null;
	const tags = map.facts.choices.tags;
	const counts = countTags(tags, seen);
	const likeness = likenessTo(tags, counts);
	const usual = seen.reduce((sum, index) => sum + likeness(index), 0) / seen.length;
	const unfamiliar = tags.values.map(
		(tag, code) =>
			(counts[code] ?? 0) <= UNFAMILIAR_SHARE * seen.length &&
			(tags.titles.get(tag)?.length ?? 0) >= LEAST_TITLES,
	);
	const isOutside = (index: number) =>
		likeness(index) <= OUTSIDE * usual && codesOf(tags, index).some((code) => unfamiliar[code]);
	const found = laneCandidates({ ...source, taken: new Set() }, () => true, GOOD_MATCHES).filter(
		({ index }) => !source.taken.has(franchiseOf(catalogue, index)) && isOutside(index),
	);
	const used = new Map<number, number>();
	const picks = found.flatMap((candidate): LanePick[] => {
		const codes = codesOf(tags, candidate.index).filter((code) => unfamiliar[code]);
		const code = codes.find((one) => (used.get(one) ?? 0) < MOST_OF_A_TAG);
		if (code === undefined) return [];
		used.set(code, (used.get(code) ?? 0) + 1);
		const reason = {
			kind: 'unfamiliar',
			tag: tags.values[code] ?? '',
			count: counts[code] ?? 0,
		} as const;
		return [{ ...candidate, reason }];
	});
	return { kind: 'outside', about: null, more: null, picks: picks.slice(0, MOST) };
}

/** How many of some titles have each tag, by its code. */
function countTags(tags: FactColumn, indices: readonly number[]): Int32Array {
	const counts = new Int32Array(tags.values.length);
	for (const index of indices)
		for (const code of codesOf(tags, index)) counts[code] = (counts[code] ?? 0) + 1;
	return counts;
}

/** Cosine of a title's tags and those of a list, but for the length of the latter; rare tags weigh more. */
function likenessTo(tags: FactColumn, counts: Int32Array): (index: number) => number {
	const size = tags.starts.length;
	const weights = tags.values.map((tag) => Math.log(size / (tags.titles.get(tag)?.length ?? 1)));
	const { starts, codes } = tags;
	return (index) => {
		let [sum, squares] = [0, 0];
		for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at++) {
			const code = codes[at] ?? 0;
			const weight = weights[code] ?? 0;
			sum += weight * weight * (counts[code] ?? 0);
			squares += weight * weight;
		}
		return squares === 0 ? 0 : sum / Math.sqrt(squares);
	};
}

function codesOf({ starts, codes }: FactColumn, index: number): readonly number[] {
	return Array.from(codes.subarray(starts[index], starts[index + 1]));
}
