import type { AtlasData, AtlasLens, AtlasLayout } from '../atlas-data.ts';
import type { Bounds, Point } from '../camera/camera.ts';
import { createGridIndex, type GridIndex } from './grid-index.ts';
import { extentOf } from './extent.ts';

interface OfLens {
	readonly layout: AtlasLayout;
	readonly grid: GridIndex;
	/** Null until asked for. */
	extent: Bounds | null;
}

/** Where the points of a map are through each lens; made once for a map. */
export class LensPoints {
	readonly #isOnMap: (point: number) => boolean;
	readonly #lenses: Readonly<Record<AtlasLens, OfLens>>;

	/** @param isOnMap whether a point is on the map at all; say {@link changed} when that is another answer */
	constructor({ lenses }: AtlasData, isOnMap: (point: number) => boolean) {
		this.#isOnMap = isOnMap;
		const of = (layout: AtlasLayout): OfLens => ({
			layout,
			grid: createGridIndex(layout.x, layout.y),
			extent: null,
		});
		this.#lenses = { local: of(lenses.local), global: of(lenses.global) };
	}

	/** Finds points by place. */
	grid(lens: AtlasLens): GridIndex {
		return this.#lenses[lens].grid;
	}

	placeOf(lens: AtlasLens, point: number): Point {
		const { x, y } = this.#lenses[lens].layout;
		return { x: x[point] ?? 0, y: y[point] ?? 0 };
	}

	/** What the points fill that are on the map. */
	extent(lens: AtlasLens): Bounds {
		const of = this.#lenses[lens];
		return (of.extent ??= extentOf(of.layout, this.#isOnMap));
	}

	/** Other points are on the map now. */
	changed(): void {
		for (const of of Object.values(this.#lenses)) of.extent = null;
	}
}
