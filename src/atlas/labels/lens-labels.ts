import type { AtlasData, AtlasLens } from '../atlas-data.ts';
import type { Camera, Point, Viewport } from '../camera/camera.ts';
import type { Marked } from '../scene/marks.ts';
import { LabelLayer } from './label-layer.ts';
import { MapLabels, type LabelOptions } from './map-labels.ts';

/** Recommendations whose places are written on the map. */
const WRITTEN_RANKS = 15;

/** The labels over a map, through whichever lens it is looked at. */
export class LensLabels {
	readonly #layer: LabelLayer;
	readonly #labels: Readonly<Record<AtlasLens, MapLabels>>;

	/** @param host the element that the labels are put into */
	constructor(host: HTMLElement, { lenses }: AtlasData, options: LabelOptions) {
		this.#layer = new LabelLayer(host);
		this.#labels = {
			local: new MapLabels(lenses.local, options),
			global: new MapLabels(lenses.global, options),
		};
	}

	/** Shows those of a view. */
	show(
		lens: AtlasLens,
		camera: Camera,
		viewport: Viewport,
		marked: Marked,
		isShown: (point: number) => boolean,
	): void {
		const { selected, hovered, overlay, route } = marked;
		const looks = new Map<number, string>();
		for (const point of route) looks.set(point, 'title on-route');
		if (selected !== null) looks.set(selected, 'title selected');
		if (hovered !== null) looks.set(hovered, 'title hovered');
		const ranks = (overlay?.recommended ?? []).slice(0, WRITTEN_RANKS);
		const labels = this.#labels[lens].choose(camera, viewport, isShown, looks, ranks);
		this.#layer.update(camera, viewport, labels);
	}

	/** Shows none: labels stand where titles will be, so they wait until those are there. */
	clear(camera: Camera, viewport: Viewport): void {
		this.#layer.update(camera, viewport, []);
	}

	/** The title whose label is at a place of the picture; null where there is none. */
	titleAt(lens: AtlasLens, at: Point, camera: Camera, viewport: Viewport): number | null {
		const point = this.#labels[lens].titleAt(at, camera, viewport);
		return point < 0 ? null : point;
	}

	/** Titles are called something else now. */
	rename(): void {
		for (const labels of Object.values(this.#labels)) labels.forget();
	}

	destroy(): void {
		this.#layer.destroy();
	}
}
