import type { AtlasData, AtlasLayout } from '#core/atlas/atlas-data.ts';
import { NEIGHBOURS, type AtlasNeighbours } from '#core/atlas/neighbours.ts';

/**
 * Titles on a grid of `side` × `side`, in two wide regions with two finer ones each, and those with one finest: a map
 * whose every number is known. Labels come one after the other; the corners are trusted least.
 */
export function smallAtlas(malIds: readonly number[]): AtlasData {
	const side = Math.max(2, Math.ceil(Math.sqrt(malIds.length)));
	const at = (place: number) => (place / (side - 1)) * 2 - 1;
	const column = (value: (point: number) => number) =>
		Float32Array.from(malIds, (_, i) => value(i));
	const x = column((point) => at(point % side));
	const y = column((point) => at(Math.floor(point / side)));
	const layout: AtlasLayout = {
		x,
		y,
		labelScale: column((point) => 2 ** (6 + point / 64)),
		trust: column((point) => 1 - (Math.abs(x[point] ?? 0) + Math.abs(y[point] ?? 0)) / 2),
		regions: [region('Wide', [1, 2], 2), region('Middle', [2, 4], 4), region('Fine', [4, 8], 4)],
	};
	function region(name: string, [min, max]: [number, number], count: number) {
		return Array.from({ length: count }, (_, place) => ({
			name: `${name} ${place}`,
			parent: count === 2 ? -1 : name === 'Fine' ? place : place >> 1,
			x: at(((place + 0.5) / count) * (side - 1)),
			y: 0,
			minScale: 64 * min,
			maxScale: 64 * max,
			members: Uint16Array.from(
				[...malIds.keys()].filter((point) => Math.floor(((point % side) / side) * count) === place),
			),
		}));
	}
	return { malIds: Int32Array.from(malIds), lenses: { local: layout, global: layout } };
}

/** Every title's neighbours are those around it in order, each for one more reason. */
export function smallNeighbours(malIds: readonly number[]): AtlasNeighbours {
	const size = malIds.length * NEIGHBOURS;
	const kept = Math.min(NEIGHBOURS, malIds.length - 1);
	const column = <T>(value: (point: number, place: number) => T, empty: T) =>
		Array.from({ length: size }, (_, at) => {
			const place = at % NEIGHBOURS;
			return place < kept ? value(Math.floor(at / NEIGHBOURS), place) : empty;
		});
	return {
		malIds: Int32Array.from(malIds),
		points: Uint16Array.from(column((point, place) => (point + place + 1) % malIds.length, 0)),
		weights: Uint8Array.from(column((_, place) => 255 - 10 * place, 0)),
		reasons: Uint8Array.from(column((_, place) => 1 << (place % 4), 0)),
	};
}
