import {
	coLikeAuc,
	neglected,
	neighbourRecall,
	ranksOf,
	tagAgreement,
	trustworthiness,
} from '#atlas/layout/metrics/picture-metrics.ts';
import { nearestRows } from '#atlas/layout/nearest.ts';
import { largestOfRows } from '#atlas/layout/true-neighbours.ts';
import { createRng } from '#core/math/rng.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { AnimeFacts } from '#core/catalogue/catalogue-parts.ts';

/** Neighbours that count, as in the measurements that this is compared with. */
export const MEASURED_NEIGHBOURS = 15;
/** Titles whose ranks are worked out: a thousand tell trustworthiness to a thousandth. */
const RANKED_TITLES = 1000;

/** What a picture is held against. Titles are those of the picture. */
export interface PictureTruth {
	readonly anime: readonly AnimeFacts[];
	/** Chances of neighbours, largest ones alone. */
	readonly chances: SparseRows;
	/** Writes chances of all titles to be neighbours of one: what true ranks go by. */
	readonly chancesFor: (title: number, out: Float64Array) => void;
	/** Titles that each held-out user likes. */
	readonly liked: readonly (readonly number[])[];
}

/** How good a picture is. */
export interface PictureQuality {
	/** Share of the 15 true neighbours that are among the 15 nearest on the picture. */
	readonly recall: number;
	readonly trustworthiness: number;
	/** Mean overlap of genres of the 15 nearest on the picture. */
	readonly genreAgreement: number;
	readonly coLikeAuc: number;
	/** Share of titles that are among nobody's 15 nearest on the picture. */
	readonly neglected: number;
}

/** Measures a picture (x₀, y₀, …). */
export function measurePicture(positions: Float64Array, truth: PictureTruth): PictureQuality {
	const near = nearestOnPicture(positions);
	const sample = drawn(near.length, RANKED_TITLES);
	const distance = (a: number, b: number) =>
		((positions[2 * a] ?? 0) - (positions[2 * b] ?? 0)) ** 2 +
		((positions[2 * a + 1] ?? 0) - (positions[2 * b + 1] ?? 0)) ** 2;
	return {
		recall: neighbourRecall(largestOfRows(truth.chances, MEASURED_NEIGHBOURS), near),
		trustworthiness: trustworthiness(
			new Map(sample.map((title) => [title, near[title] ?? []])),
			near.length,
			rankByChance(truth),
		),
		genreAgreement: genreAgreement(near, truth.anime),
		coLikeAuc: coLikeAuc(distance, truth.liked, createRng(5)),
		neglected: neglected(near),
	};
}

/** The nearest of every title on a picture. */
export function nearestOnPicture(positions: Float64Array): Uint16Array[] {
	const size = positions.length / 2;
	const k = Math.min(MEASURED_NEIGHBOURS, size - 1);
	const { rows } = nearestRows({ width: 2, values: Float32Array.from(positions) }, k);
	return Array.from({ length: size }, (_, title) => rows.subarray(title * k, (title + 1) * k));
}

export function genreAgreement(
	near: readonly ArrayLike<number>[],
	anime: readonly AnimeFacts[],
): number {
	return tagAgreement(near, (title) => anime[title]?.genres ?? []);
}

/** Ranks all titles for one by their chances of being neighbours. */
function rankByChance({ anime, chancesFor }: PictureTruth) {
	const chances = new Float64Array(anime.length);
	return (title: number, ranks: Uint32Array) => {
		chancesFor(title, chances);
		ranksOf(chances, title, ranks);
	};
}

function drawn(size: number, most: number): number[] {
	if (size <= most) return Array.from({ length: size }, (_, title) => title);
	const rng = createRng(11);
	const found = new Set<number>();
	while (found.size < most) found.add(rng.below(size));
	return [...found].sort((a, b) => a - b);
}
