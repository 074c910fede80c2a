import type { AtlasLens } from '#atlas/atlas-data.ts';
import type { AtlasMap } from '#atlas/atlas-map.ts';
import { fitted, type Camera } from '#atlas/camera/camera.ts';
import type { OpenAtlas } from '../data/atlas-files.ts';
import { allOf, mostOf } from './framing.ts';
import type { MapWindow } from './map-window.svelte.ts';

/** A way is shown no closer. */
const ROUTE_SCALE = 3000;
/** Of a map that can't be drawn: what is around a title. */
const UNDRAWN_SCALE = 2600;

export interface MapTravelOptions {
	readonly atlas: OpenAtlas;
	readonly window: MapWindow;
	readonly lens: () => AtlasLens;
	/** Null where nothing is drawn: then only what is in view changes. */
	readonly map: () => AtlasMap | null;
	readonly jump: (camera: Camera) => void;
}

/** Brings parts of the map into view. */
export class MapTravel {
	readonly #options: MapTravelOptions;

	constructor(options: MapTravelOptions) {
		this.#options = options;
	}

	/** Brings a title into the middle. */
	goTo(point: number): void {
		const map = this.#options.map();
		const { x, y } = this.#layout;
		if (map !== null) map.flyToPoint(point);
		else this.#options.jump({ x: x[point] ?? 0, y: y[point] ?? 0, scale: UNDRAWN_SCALE });
	}

	/** Shows a region as large as the picture allows. */
	goToRegion(level: number, at: number): void {
		const members = this.#layout.regions[level]?.[at]?.members ?? [];
		if (members.length === 0) return;
		const bounds = mostOf(members, this.#layout);
		const map = this.#options.map();
		if (map !== null) map.frame(bounds);
		else this.#options.jump(fitted(bounds, this.#options.window.viewport));
	}

	/** Draws a way through titles and shows it as a whole; none takes it away. */
	showRoute(route: readonly number[]): void {
		const map = this.#options.map();
		map?.mark({ route });
		if (route.length < 2) return;
		map?.frame(allOf(route, this.#layout), ROUTE_SCALE);
	}

	get #layout() {
		return this.#options.atlas.data.lenses[this.#options.lens()];
	}
}
