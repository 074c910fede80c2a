import type { Overlay } from '#atlas/overlay.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';

/** Kinds of marks that a list makes, each of which can be left out. */
export const MARKS = ['seen', 'planned', 'recommended'] as const;
export type MarkKind = (typeof MARKS)[number];

/**
 * A list by the points of a map; what the map lacks is left out.
 *
 * @param ranked MyAnimeList ids of recommendations, the best first
 */
export function overlayOf(
	entries: readonly ListEntry[],
	ranked: readonly number[],
	pointOf: ReadonlyMap<number, number>,
): Overlay {
	const isPlan = ({ status }: ListEntry) => status === 'plan-to-watch';
	const at = (malId: number) => {
		const point = pointOf.get(malId);
		return point === undefined ? [] : [point];
	};
	return {
		seen: entries
			.filter((entry) => !isPlan(entry))
			.flatMap(({ malId, score }) =>
				at(malId).map((point) => ({ point, score: score === null ? null : score / 10 })),
			),
		planned: entries.filter(isPlan).flatMap(({ malId }) => at(malId)),
		recommended: ranked.flatMap((malId, place) =>
			at(malId).map((point) => ({ point, rank: place + 1 })),
		),
	};
}

/** Scores of a list by point, 1–10; NaN where there is none. */
export function ownScores({ seen }: Overlay, count: number): Float32Array {
	const scores = new Float32Array(count).fill(NaN);
	for (const { point, score } of seen) scores[point] = score ?? NaN;
	return scores;
}

/** Scores to expect by point, 1–10; NaN where nobody can say. */
export function expectedScores(
	scores: ReadonlyMap<number, number>,
	malIds: Int32Array,
): Float32Array {
	return Float32Array.from(malIds, (malId) => (scores.get(malId) ?? NaN) / 10);
}
