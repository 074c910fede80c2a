import { topK } from '#core/math/top-k.ts';

/** Rows of `width` numbers, one after the other. */
export interface Vectors {
	readonly width: number;
	readonly values: Float32Array;
}

/** The k nearest of every row, nearest first. */
export interface NearestRows {
	readonly k: number;
	/** Length n · k; rows of a set with fewer than k others end with their own number. */
	readonly rows: Uint16Array;
	/** Squared distances, length n · k. */
	readonly squares: Float32Array;
}

/** Rows that are compared with all others at once: they stay in the cache. */
const BLOCK = 64;

/** Exact nearest neighbours by Euclidean distance; equal distances go by row number. Costs n² · width. */
export function nearestRows(vectors: Vectors, k: number): NearestRows {
	const steps = nearestInSteps(vectors, k);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** The same, for whoever shows how far it is: yields the rows that are done. */
export function* nearestInSteps(
	{ width, values }: Vectors,
	k: number,
): Generator<number, NearestRows> {
	const size = values.length / width;
	const norms = Float64Array.from({ length: size }, (_, row) => {
		let sum = 0;
		for (let at = row * width; at < (row + 1) * width; at++) sum += (values[at] ?? 0) ** 2;
		return sum;
	});
	const rows = new Uint16Array(size * k);
	const squares = new Float32Array(size * k);
	const near = new Float64Array(BLOCK * size);
	for (let start = 0; start < size; start += BLOCK) {
		const end = Math.min(size, start + BLOCK);
		products(values, width, start, end, near, size);
		for (let row = start; row < end; row++) {
			const own = near.subarray((row - start) * size, (row - start + 1) * size);
			for (let other = 0; other < size; other++) {
				own[other] = 2 * (own[other] ?? 0) - (norms[row] ?? 0) - (norms[other] ?? 0);
			}
			own[row] = -Infinity;
			const best = topK(own, k);
			for (let place = 0; place < k; place++) {
				const other = best[place] ?? row;
				rows[row * k + place] = other;
				squares[row * k + place] = other === row ? 0 : Math.max(0, -(own[other] ?? 0));
			}
		}
		yield end;
	}
	return { k, rows, squares };
}

/** Inner products of the rows `start … end − 1` with all: four rows at once, for four sums in flight. */
function products(
	values: Float32Array,
	width: number,
	start: number,
	end: number,
	out: Float64Array,
	size: number,
): void {
	for (let other = 0; other < size; other++) {
		const b = other * width;
		for (let row = start; row < end; row += 4) {
			let [p, q, r, s] = [0, 0, 0, 0];
			const a = row * width;
			for (let at = 0; at < width; at++) {
				const value = values[b + at] ?? 0;
				p += value * (values[a + at] ?? 0);
				q += value * (values[a + width + at] ?? 0);
				r += value * (values[a + 2 * width + at] ?? 0);
				s += value * (values[a + 3 * width + at] ?? 0);
			}
			const to = (row - start) * size + other;
			out[to] = p;
			if (row + 1 < end) out[to + size] = q;
			if (row + 2 < end) out[to + 2 * size] = r;
			if (row + 3 < end) out[to + 3 * size] = s;
		}
	}
}
