import { ANIME_TYPES } from '../../catalogue/anime.ts';
import type { TitleFacts } from './parts.ts';

/** Types of release by position; `TitleFacts.type` counts in it. */
export const TITLE_TYPES = ANIME_TYPES;

/** Lists that a title must be on to count as known at all in logarithms. */
const LOG_OFFSET = 1;
/** Centre of the log frequencies of learned titles. */
const USUAL_LOG_FREQUENCY = 5;

/** What the heads read of the titles, worked out once. */
export interface TitleContext {
	readonly size: number;
	readonly learnedCount: number;
	readonly facts: TitleFacts;
	/** Centred log of the number of lists; titles that were not learned count as the rarest learned one. */
	readonly popularity: Float32Array;
	/** Log of the titles of the franchise. */
	readonly franchiseSize: Float32Array;
	/** Share of all list entries that are of each type. */
	readonly typeShare: Float32Array;
}

/** Derives what depends on the titles alone. */
export function titleContext(facts: TitleFacts, learnedCount: number): TitleContext {
	const size = facts.frequency.length;
	const members = new Uint32Array(size);
	for (const franchise of facts.franchise) members[franchise] = (members[franchise] ?? 0) + 1;
	const rarest = facts.frequency
		.subarray(0, learnedCount)
		.reduce((least, count) => Math.min(least, count), Infinity);
	const popularity = facts.frequency.map((count, title) => (title < learnedCount ? count : rarest));
	const entries = new Float64Array(TITLE_TYPES.length);
	let all = 0;
	facts.type.forEach((type, title) => {
		entries[type] = (entries[type] ?? 0) + (facts.frequency[title] ?? 0);
		all += facts.frequency[title] ?? 0;
	});
	return {
		size,
		learnedCount,
		facts,
		popularity: Float32Array.from(
			popularity,
			(count) => Math.log(count + LOG_OFFSET) - USUAL_LOG_FREQUENCY,
		),
		franchiseSize: Float32Array.from(facts.franchise, (franchise) =>
			Math.log(members[franchise] ?? 1),
		),
		typeShare: Float32Array.from(entries, (count) => count / Math.max(1, all)),
	};
}

/** What a title on a list touches: the titles of its franchise, itself included, and those right after it. */
export type KinOf = (title: number) => readonly number[];

export function kinOf({ franchise, previous }: TitleFacts): KinOf {
	const members = Array.from(franchise, (): number[] => []);
	franchise.forEach((number, title) => members[number]?.push(title));
	const strayNext = new Map<number, number[]>();
	previous.forEach((before, title) => {
		if (before < 0 || franchise[before] === franchise[title]) return;
		strayNext.set(before, [...(strayNext.get(before) ?? []), title]);
	});
	return (title) => {
		const own = members[franchise[title] ?? -1] ?? [];
		const next = strayNext.get(title);
		return next ? [...own, ...next] : own;
	};
}
