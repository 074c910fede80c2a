import { MAP_COLOURS, type MapTheme } from '../colour/palettes.ts';
import type { MapLine } from '../draw/line-mesh.ts';
import type { MapPoints } from './map-points.ts';

/** A true neighbour by point. */
export interface PointNeighbour {
	readonly point: number;
	/** 0–1. */
	readonly weight: number;
}

/** Lines from a title to its neighbours: the nearer they are, the stronger. */
export function neighbourLines(
	from: number,
	neighbours: readonly PointNeighbour[],
	points: MapPoints,
	theme: MapTheme,
	strength: number,
): MapLine[] {
	const { ink } = MAP_COLOURS[theme];
	return neighbours.map(({ point, weight }) => ({
		from: points.placeOf(from),
		to: points.placeOf(point),
		colour: ink,
		alpha: [strength * (0.25 + 0.6 * weight), strength * (0.1 + 0.4 * weight)],
		width: 0.8 + 2.2 * weight,
	}));
}

/** The way through these titles. */
export function routeLines(
	route: readonly number[],
	points: MapPoints,
	theme: MapTheme,
): MapLine[] {
	const { accent } = MAP_COLOURS[theme];
	return route.slice(1).map((point, at) => ({
		from: points.placeOf(route[at] ?? point),
		to: points.placeOf(point),
		colour: accent,
		alpha: [0.9, 0.9],
		width: 3,
	}));
}
