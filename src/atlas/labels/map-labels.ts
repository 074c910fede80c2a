import { LABEL_HEIGHT_PX, LABEL_OFFSET_PX, type AtlasLayout } from '../atlas-data.ts';
import type { RankedPoint } from '../overlay.ts';
import { toScreen, type Camera, type Point, type Viewport } from '../camera/camera.ts';
import type { MapLabel } from './label-layer.ts';
import { createLabelChooser, type LabelChooser } from './visible-labels.ts';
import { widerLabelScales, type LabelWidths } from './wider-labels.ts';

/** What a title is called on the map. */
export interface PointName {
	readonly text: string;
	readonly lang?: string | undefined;
	/** There is room for this much. */
	readonly widestPx: number;
}

/** What else the labels of a map need to know. */
export interface LabelOptions {
	readonly nameOf: (point: number) => PointName;
	/** Null where the layout made room for what titles are called. */
	readonly widths: () => LabelWidths | null;
}

/** Labels of titles at a time: more are noise, and cost of every frame. */
const MOST_WIDE = 220;
const MOST_NARROW = 90;
const NARROW_PX = 700;

/** The labels of one layout, as the page draws them. */
export class MapLabels {
	readonly #layout: AtlasLayout;
	readonly #options: LabelOptions;
	/** For wide and narrow pictures; null until names are known that are to be placed. */
	#choosers: Readonly<Record<'wide' | 'narrow', LabelChooser>> | null = null;
	/** Made once each: the layer knows by identity what has not changed. */
	readonly #made = new Map<string, MapLabel>();
	#titles: readonly number[] = [];

	constructor(layout: AtlasLayout, options: LabelOptions) {
		this.#layout = layout;
		this.#options = options;
	}

	/**
	 * Those of a view.
	 *
	 * @param named looks of titles that have a label of their own, whatever the scale
	 * @param ranks places that are written on their points
	 */
	choose(
		camera: Camera,
		viewport: Viewport,
		shows: (point: number) => boolean,
		named: ReadonlyMap<number, string>,
		ranks: readonly RankedPoint[],
	): MapLabel[] {
		this.#choosers ??= this.#place();
		const chooser = this.#choosers[viewport.width < NARROW_PX ? 'narrow' : 'wide'];
		this.#titles = chooser.titles(camera, viewport, (point) => shows(point) || named.has(point));
		return [
			...chooser.regions(camera, viewport).map(({ level, at }) => this.#region(level, at)),
			...this.#titles
				.filter((point) => !named.has(point))
				.map((point) => this.#title(point, 'title')),
			...Array.from(named, ([point, look]) => this.#title(point, look)),
			// The best on top.
			...ranks.toReversed().map(({ point, rank }) => this.#rank(point, rank)),
		];
	}

	/** Names have changed. */
	forget(): void {
		this.#made.clear();
		this.#choosers = null;
	}

	#place() {
		const widths = this.#options.widths();
		const layout =
			widths === null
				? this.#layout
				: { ...this.#layout, labelScale: widerLabelScales(this.#layout, widths) };
		return {
			wide: createLabelChooser(layout, MOST_WIDE),
			narrow: createLabelChooser(layout, MOST_NARROW),
		};
	}

	/** The title whose label is at a place of the picture; −1 where there is none. */
	titleAt(at: Point, camera: Camera, viewport: Viewport): number {
		const hit = this.#titles.find((point) => {
			const place = { x: this.#layout.x[point] ?? 0, y: this.#layout.y[point] ?? 0 };
			const { x, y } = toScreen(camera, viewport, place);
			const { widestPx } = this.#options.nameOf(point);
			const within = Math.abs(at.y - y - LABEL_OFFSET_PX) <= LABEL_HEIGHT_PX / 2;
			return within && Math.abs(at.x - x) <= widestPx / 2;
		});
		return hit ?? -1;
	}

	#title(point: number, look: string): MapLabel {
		const key = `t${point}`;
		const before = this.#made.get(key);
		if (before?.look === look) return before;
		const { text, lang, widestPx } = this.#options.nameOf(point);
		return this.#keep({
			key,
			text,
			lang,
			x: this.#layout.x[point] ?? 0,
			y: this.#layout.y[point] ?? 0,
			offsetPx: look === 'title' ? LABEL_OFFSET_PX : LABEL_OFFSET_PX + 6,
			widestPx: look === 'title' ? widestPx : undefined,
			look,
		});
	}

	#rank(point: number, rank: number): MapLabel {
		const key = `k${point}`;
		const before = this.#made.get(key);
		if (before?.text === String(rank)) return before;
		const [x, y] = [this.#layout.x[point] ?? 0, this.#layout.y[point] ?? 0];
		return this.#keep({ key, text: String(rank), x, y, offsetPx: 0, look: 'rank' });
	}

	#region(level: number, at: number): MapLabel {
		const key = `r${level}-${at}`;
		const before = this.#made.get(key);
		const region = this.#layout.regions[level]?.[at];
		if (before !== undefined) return before;
		const { name = '', x = 0, y = 0 } = region ?? {};
		return this.#keep({ key, text: name, x, y, offsetPx: 0, look: `region level-${level}` });
	}

	#keep(label: MapLabel): MapLabel {
		this.#made.set(label.key, label);
		return label;
	}
}
