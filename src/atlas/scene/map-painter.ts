import type { AtlasData, AtlasLens } from '../atlas-data.ts';
import type { Camera, Viewport } from '../camera/camera.ts';
import { easeInOut } from '../camera/flight.ts';
import type { Colouring } from '../colour/colouring.ts';
import type { MapTheme } from '../colour/palettes.ts';
import type { MapRenderer } from '../draw/map-renderer.ts';
import { tasteWeights } from '../overlay.ts';
import { densityField } from '../terrain/density-field.ts';
import { mapPoints, type MapPoints } from './map-points.ts';
import { markDots, type Marked } from './marks.ts';
import { neighbourLines, routeLines, type PointNeighbour } from './neighbour-lines.ts';
import { POINT_STATES } from './point-states.ts';
import { tieLines } from './tie-lines.ts';
import { titleDots } from './title-dots.ts';

/** How titles look just now. */
export interface Paint {
	readonly colouring: Colouring;
	/** One of `POINT_STATES` by point. */
	readonly shown: Uint8Array;
	readonly theme: MapTheme;
}

/** Neighbours that lines are drawn to. */
export interface Lines {
	readonly selected: readonly PointNeighbour[];
	readonly hovered: readonly PointNeighbour[];
}

const MORPH_MS = 700;
/** The taste of a list spreads farther than single titles do. */
const TASTE_BLUR = 7;

/** Keeps what is drawn, and redraws of it only what has changed. */
export class MapPainter {
	readonly #renderer: MapRenderer;
	readonly #data: AtlasData;
	readonly #points: MapPoints;
	#paint: Paint;
	#lens: AtlasLens;
	#marked: Marked = {
		overlay: null,
		other: null,
		selected: null,
		hovered: null,
		route: [],
		ties: [],
	};
	#lines: Lines = { selected: [], hovered: [] };
	/** Lenses whose land shows the present colours. */
	readonly #settled = new Set<AtlasLens>();
	#morph: number;
	#morphStartMs: number | null = null;

	constructor(
		renderer: MapRenderer,
		data: AtlasData,
		members: Float32Array,
		lens: AtlasLens,
		paint: Paint,
	) {
		this.#renderer = renderer;
		this.#data = data;
		this.#points = mapPoints(data, members);
		this.#lens = lens;
		this.#morph = lens === 'global' ? 1 : 0;
		this.#paint = paint;
		this.paint(paint);
	}

	get marked(): Marked {
		return this.#marked;
	}

	isShown(point: number): boolean {
		return this.#paint.shown[point] === POINT_STATES.shown;
	}

	paint(paint: Paint): void {
		this.#paint = paint;
		this.#titles();
		this.#settled.clear();
		this.#land();
		this.#taste();
		this.#redrawTies();
		this.#redrawMarks();
	}

	/** Turns to another lens. @param nowMs null: at once */
	turn(lens: AtlasLens, nowMs: number | null): void {
		this.#lens = lens;
		this.#land();
		this.#morphStartMs = nowMs;
		if (nowMs !== null) return;
		this.#morph = lens === 'global' ? 1 : 0;
		this.#taste();
	}

	mark(marked: Partial<Marked>, lines: Partial<Lines>): void {
		const { overlay, ties } = this.#marked;
		const wasBehind = this.#isBehind;
		this.#marked = { ...this.#marked, ...marked };
		this.#lines = { ...this.#lines, ...lines };
		if (this.#marked.overlay !== overlay) this.#taste();
		if (this.#isBehind !== wasBehind) this.#titles();
		if (this.#marked.ties !== ties) this.#redrawTies();
		this.#redrawMarks();
	}

	/** Draws a frame. @returns whether one lens is still turning into the other */
	draw(camera: Camera, viewport: Viewport, nowMs: number): boolean {
		const turning = this.#stepMorph(nowMs);
		this.#renderer.draw({ camera, viewport, morph: this.#morph, theme: this.#paint.theme });
		return turning;
	}

	#stepMorph(nowMs: number): boolean {
		if (this.#morphStartMs === null) return false;
		const share = Math.min(1, Math.max(0, (nowMs - this.#morphStartMs) / MORPH_MS));
		const eased = easeInOut(share);
		this.#morph = this.#lens === 'global' ? eased : 1 - eased;
		if (share < 1) return true;
		this.#morphStartMs = null;
		this.#taste();
		return false;
	}

	/** Titles step back behind those of a list, unless their colours are what the list says of them. */
	get #isBehind(): boolean {
		const { by } = this.#paint.colouring;
		return (this.#marked.overlay?.seen.length ?? 0) > 0 && by !== 'own' && by !== 'predicted';
	}

	#titles(): void {
		const { colouring, shown } = this.#paint;
		this.#renderer.titles.show(titleDots(this.#points, colouring, shown, this.#isBehind));
	}

	/** Draws the land of the present lens, once for the present colours. */
	#land(): void {
		const lens = this.#lens;
		if (this.#settled.has(lens)) return;
		this.#settled.add(lens);
		const { x, y } = this.#data.lenses[lens];
		const weightOf = (point: number) => (this.isShown(point) ? 1 : 0);
		const { colours } = this.#paint.colouring;
		this.#renderer.terrain.show(lens, densityField(x, y, weightOf, colours));
	}

	#taste(): void {
		const { overlay } = this.#marked;
		if (overlay === null || overlay.seen.length === 0) {
			this.#renderer.terrain.showTaste(null);
			return;
		}
		const weights = tasteWeights(overlay, this.#points.count);
		const { x, y } = this.#data.lenses[this.#lens];
		const { colours } = this.#paint.colouring;
		const field = densityField(x, y, (point) => weights[point] ?? 0, colours, TASTE_BLUR);
		this.#renderer.terrain.showTaste(field);
	}

	#redrawTies(): void {
		const { theme, shown } = this.#paint;
		this.#renderer.ties.show(tieLines(this.#marked.ties, shown, this.#points, theme));
	}

	#redrawMarks(): void {
		const { selected, hovered, route } = this.#marked;
		const { theme, colouring } = this.#paint;
		const points = this.#points;
		const lines = (from: number | null, to: readonly PointNeighbour[], strength: number) =>
			from === null ? [] : neighbourLines(from, to, points, theme, strength);
		this.#renderer.marks.show(markDots(this.#marked, points, colouring.colours, theme));
		this.#renderer.lines.show([
			...routeLines(route, points, theme),
			...lines(hovered, this.#lines.hovered, 1),
			// Two bundles of lines at once: that under the hand is meant.
			...lines(selected, this.#lines.selected, hovered === null ? 1 : 0.5),
		]);
	}
}
