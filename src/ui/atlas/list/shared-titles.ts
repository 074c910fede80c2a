import type { Overlay } from '#atlas/overlay.ts';

/** What two lists have in common. */
export interface Comparison {
	/** Titles that both have seen. */
	readonly both: number;
	readonly onlyFirst: number;
	readonly onlySecond: number;
	/** Titles that both liked: scored 8 or more, the best first. */
	readonly liked: readonly number[];
}

const LIKED = 8;

/** Holds two lists against each other. */
export function compareLists(first: Overlay, second: Overlay): Comparison {
	const others = new Map(second.seen.map(({ point, score }) => [point, score]));
	const both = first.seen.filter(({ point }) => others.has(point));
	const least = ({ point, score }: (typeof both)[number]) =>
		Math.min(score ?? 0, others.get(point) ?? 0);
	return {
		both: both.length,
		onlyFirst: first.seen.length - both.length,
		onlySecond: second.seen.length - both.length,
		liked: both
			.filter((entry) => least(entry) >= LIKED)
			.sort((a, b) => least(b) - least(a) || a.point - b.point)
			.map(({ point }) => point),
	};
}
