/** Somebody's list on the map, by point. */
export interface Overlay {
	readonly seen: readonly SeenPoint[];
	readonly planned: readonly number[];
	readonly recommended: readonly RankedPoint[];
}

export interface SeenPoint {
	readonly point: number;
	/** 1–10; null where it was not scored. */
	readonly score: number | null;
}

export interface RankedPoint {
	readonly point: number;
	/** Place among the recommendations, from 1. */
	readonly rank: number;
}

/** From this score on a title belongs to somebody's taste; one without a score does by half. */
const LIKED = 7;

/** How much each point says of a taste: liked titles alone. */
export function tasteWeights({ seen }: Overlay, count: number): Float32Array {
	const weights = new Float32Array(count);
	for (const { point, score } of seen) {
		weights[point] = score === null ? 0.5 : Math.max(0, score - LIKED + 1);
	}
	return weights;
}
