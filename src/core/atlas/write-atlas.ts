import { writeSafetensors, type Tensor } from '../model/safetensors.ts';
import { ATLAS_LENSES, type AtlasData, type AtlasLayout } from './atlas-data.ts';
import { ATLAS_KIND, ATLAS_VERSION, NEIGHBOURS_KIND } from './atlas-file.ts';
import { NO_REGION, positionCode, scaleCode, shareCode } from './codes.ts';
import { NEIGHBOURS, type AtlasNeighbours } from './neighbours.ts';

const u16 = (
	values: ArrayLike<number>,
	code: (value: number) => number = (value) => value,
): Tensor => ({
	type: 'U16',
	shape: [values.length],
	data: Uint16Array.from(values, code),
});

const ids = (malIds: Int32Array): Tensor => ({ type: 'I32', shape: [malIds.length], data: malIds });

/**
 * Writes a map (docs/atlas-format.md); the same map gives the same bytes.
 *
 * @param settings how it was made, for people to read
 */
export function writeAtlas(data: AtlasData, settings: unknown): Uint8Array<ArrayBuffer> {
	const tensors = new Map<string, Tensor>([['mal_ids', ids(data.malIds)]]);
	const names: Record<string, string> = {};
	for (const lens of ATLAS_LENSES) {
		const layout = data.lenses[lens];
		for (const [name, tensor] of layoutTensors(layout, data.malIds.length)) {
			tensors.set(`${lens}.${name}`, tensor);
		}
		names[`${lens}.regions`] = JSON.stringify(layout.regions.flat().map(({ name }) => name));
	}
	const metadata = {
		kind: ATLAS_KIND,
		version: ATLAS_VERSION,
		settings: JSON.stringify(settings),
		...names,
	};
	return writeSafetensors({ metadata, tensors });
}

function layoutTensors(layout: AtlasLayout, count: number): [string, Tensor][] {
	const { x, y, labelScale, trust, regions } = layout;
	const all = regions.flat();
	const finest = new Uint16Array(count).fill(NO_REGION);
	regions.at(-1)?.forEach(({ members }, region) => {
		for (const point of members) finest[point] = region;
	});
	return [
		['x', u16(x, positionCode)],
		['y', u16(y, positionCode)],
		['label_scale', u16(labelScale, scaleCode)],
		['trust', { type: 'U8', shape: [count], data: Uint8Array.from(trust, shareCode) }],
		['region', u16(finest)],
		['region_counts', u16(regions.map(({ length }) => length))],
		['region_parent', u16(all.map(({ parent }) => (parent < 0 ? NO_REGION : parent)))],
		['region_x', u16(all.map((region) => positionCode(region.x)))],
		['region_y', u16(all.map((region) => positionCode(region.y)))],
		['region_min_scale', u16(all.map(({ minScale }) => scaleCode(minScale)))],
		['region_max_scale', u16(all.map(({ maxScale }) => scaleCode(maxScale)))],
	];
}

/** Writes the neighbours of a map's points, a file of their own. */
export function writeNeighbours(neighbours: AtlasNeighbours): Uint8Array<ArrayBuffer> {
	const { malIds, points, weights, reasons } = neighbours;
	const shape = [malIds.length, NEIGHBOURS];
	const tensors = new Map<string, Tensor>([
		['mal_ids', ids(malIds)],
		['points', { type: 'U16', shape, data: points }],
		['weights', { type: 'U8', shape, data: weights }],
		['reasons', { type: 'U8', shape, data: reasons }],
	]);
	return writeSafetensors({ metadata: { kind: NEIGHBOURS_KIND, version: ATLAS_VERSION }, tensors });
}
