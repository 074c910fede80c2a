import type { AtlasData } from '../atlas-data.ts';
import { pointRadius } from '../points/point-radius.ts';
import type { LineEnd } from '../draw/line-mesh.ts';

/** Where the points of a map are through both lenses, and how large they are. */
export interface MapPoints {
	readonly count: number;
	/** CSS pixels at the reference scale. */
	readonly radius: Float32Array;
	placeOf(point: number): LineEnd;
}

/** @param members by point */
export function mapPoints({ malIds, lenses }: AtlasData, members: Float32Array): MapPoints {
	const most = members.reduce((a, b) => Math.max(a, b), 1);
	const { local, global } = lenses;
	return {
		count: malIds.length,
		radius: members.map((count) => pointRadius(count, most)),
		placeOf: (point) => ({
			local: [local.x[point] ?? 0, local.y[point] ?? 0],
			global: [global.x[point] ?? 0, global.y[point] ?? 0],
		}),
	};
}
