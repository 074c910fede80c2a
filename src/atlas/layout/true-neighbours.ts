import { NEIGHBOURS, type AtlasNeighbours } from '#core/atlas/neighbours.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { Neighbourhoods } from './neighbourhood.ts';

/** The largest of each row, largest first; equal ones by column. Rows with fewer end early. */
export function largestOfRows({ offsets, columns, values }: SparseRows, k: number): Uint16Array[] {
	return Array.from({ length: offsets.length - 1 }, (_, row) => {
		const places = Array.from(
			{ length: (offsets[row + 1] ?? 0) - (offsets[row] ?? 0) },
			(_, place) => (offsets[row] ?? 0) + place,
		);
		places.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
		return Uint16Array.from(places.slice(0, k), (at) => columns[at] ?? 0);
	});
}

/**
 * The neighbours that the map names: of each title the 20 with the largest chance. Weights are chances against the
 * largest one of that title, so that they say how the neighbours of one title compare.
 */
export function trueNeighbours(
	malIds: Int32Array,
	{ chances, reasons }: Neighbourhoods,
): AtlasNeighbours {
	const size = malIds.length;
	const points = new Uint16Array(size * NEIGHBOURS);
	const weights = new Uint8Array(size * NEIGHBOURS);
	const why = new Uint8Array(size * NEIGHBOURS);
	largestOfRows(chances, NEIGHBOURS).forEach((best, title) => {
		const start = chances.offsets[title] ?? 0;
		const row = chances.columns.subarray(start, chances.offsets[title + 1] ?? 0);
		const places = Array.from(best, (other) => start + row.indexOf(other));
		const most = chances.values[places[0] ?? -1] ?? 1;
		places.forEach((from, place) => {
			const at = title * NEIGHBOURS + place;
			points[at] = best[place] ?? 0;
			// A neighbour that is there counts something.
			weights[at] = Math.max(1, Math.round((255 * (chances.values[from] ?? 0)) / most));
			why[at] = reasons[from] ?? 0;
		});
	});
	return { malIds, points, weights, reasons: why };
}
