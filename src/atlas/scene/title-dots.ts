import type { Colouring } from '../colour/colouring.ts';
import type { Rgb } from '../colour/oklch.ts';
import type { Dot } from '../draw/dot-mesh.ts';
import type { MapPoints } from './map-points.ts';
import { POINT_STATES } from './point-states.ts';

/** What the filter leaves out stays as dust, so that the land keeps its shape. */
const DUST = 0.1;
const OPAQUE = 0.94;
/** Behind the marks of a list the others step back. */
const BEHIND = 0.5;

/**
 * A dot for every title.
 *
 * @param shown one of `POINT_STATES` each
 * @param behind whether they are the ground of something else
 */
export function titleDots(
	points: MapPoints,
	colouring: Colouring,
	shown: Uint8Array,
	behind: boolean,
): Dot[] {
	return Array.from({ length: points.count }, (_, point) => ({
		...points.placeOf(point),
		colour: colourAt(colouring.colours, point),
		alpha: alphaOf(shown[point]) * (behind ? BEHIND : 1),
		radius: points.radius[point] ?? 1,
		kind: 'title' as const,
	}));
}

function alphaOf(state: number | undefined): number {
	if (state === POINT_STATES.shown) return OPAQUE;
	return state === POINT_STATES.dust ? DUST : 0;
}

export function colourAt(colours: Uint8Array, point: number): Rgb {
	return [colours[point * 3] ?? 0, colours[point * 3 + 1] ?? 0, colours[point * 3 + 2] ?? 0];
}
