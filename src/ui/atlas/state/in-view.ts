import type { AtlasLayout } from '#atlas/atlas-data.ts';
import { visibleBounds, type Camera, type Viewport } from '#atlas/camera/camera.ts';
import type { GridIndex } from '#atlas/points/grid-index.ts';

/** Titles that the list beside the map names. */
const MOST_LISTED = 40;

/** What is in the picture: the list twin of the map. */
export interface InView {
	/** The best known first. */
	readonly points: readonly number[];
	/** All of them. */
	readonly total: number;
	/** Names of the regions in view, on the level that the map names at this scale. */
	readonly regions: readonly {
		readonly name: string;
		readonly level: number;
		readonly at: number;
	}[];
}

export const NOTHING_IN_VIEW: InView = { points: [], total: 0, regions: [] };

/** @param shows whether the filter leaves a title */
export function inView(
	layout: AtlasLayout,
	grid: GridIndex,
	camera: Camera,
	viewport: Viewport,
	shows: (point: number) => boolean,
): InView {
	const bounds = visibleBounds(camera, viewport);
	const inside = grid.within(bounds).filter(shows);
	const regions = layout.regions.flatMap((level, depth) =>
		level.flatMap(({ name, x, y, minScale, maxScale }, at) => {
			const isNamed = minScale <= camera.scale && camera.scale < maxScale;
			const isInside =
				x >= bounds.left && x <= bounds.right && y >= bounds.bottom && y <= bounds.top;
			return isNamed && isInside ? [{ name, level: depth, at }] : [];
		}),
	);
	return { points: inside.slice(0, MOST_LISTED), total: inside.length, regions };
}
