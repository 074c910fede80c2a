import type { AtlasLayout } from '../atlas-data.ts';
import { isWithin, visibleBounds, type Camera, type Viewport } from '../camera/camera.ts';

/** Labels reach this far into the picture from a point outside it, px. */
const MARGIN_PX = 90;

/**
 * The k-th best-known title has its label from a scale of so much · √k on. What few know waits for a closer look, also
 * where there is room, as a hamlet does on a road map.
 */
const KNOWN_SCALE = 14;

/** Says which labels show in a view. */
export interface LabelChooser {
	/** Points whose labels show, the most important first. */
	titles(camera: Camera, viewport: Viewport, shows: (point: number) => boolean): number[];
	/** Regions whose names show, widest first: level and place on it. */
	regions(camera: Camera, viewport: Viewport): { readonly level: number; readonly at: number }[];
}

/**
 * Chooses by the scales of the layout alone: overlaps are impossible, and zooming in never takes a label away.
 *
 * @param layout of points in order of how well they are known
 * @param most labels at a time; those that show from the farthest on come first, so the bound keeps that promise
 */
export function createLabelChooser(layout: AtlasLayout, most: number): LabelChooser {
	const { labelScale, x, y, regions } = layout;
	const scales = labelScale.map((scale, point) => Math.max(scale, KNOWN_SCALE * Math.sqrt(point)));
	const order = Uint16Array.from(scales.keys()).sort(
		(a, b) => (scales[a] ?? 0) - (scales[b] ?? 0) || a - b,
	);
	return {
		titles(camera, viewport, shows) {
			const bounds = visibleBounds(camera, viewport, MARGIN_PX);
			const found: number[] = [];
			for (const point of order) {
				if ((scales[point] ?? Infinity) > camera.scale || found.length === most) break;
				const inside = isWithin(bounds, x[point] ?? 0, y[point] ?? 0);
				if (inside && shows(point)) found.push(point);
			}
			return found;
		},
		regions(camera, viewport) {
			const bounds = visibleBounds(camera, viewport, MARGIN_PX);
			return regions.flatMap((level, at) =>
				[...level.keys()].flatMap((place) => {
					const region = level[place];
					if (region === undefined || !isWithin(bounds, region.x, region.y)) return [];
					const { minScale, maxScale } = region;
					const shows = minScale <= camera.scale && camera.scale < maxScale;
					return shows ? [{ level: at, at: place }] : [];
				}),
			);
		},
	};
}
