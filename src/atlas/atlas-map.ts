import type { AtlasData, AtlasLens } from './atlas-data.ts';
import { CameraMotion } from './camera/camera-motion.ts';
import {
	centredWithin,
	fittedWithin,
	isSameView,
	NO_INSETS,
	panned,
	scaleLimits,
	toMap,
	toScreen,
	wayIntoSight,
	zoomedAt,
	type Bounds,
	type Camera,
	type Insets,
	type Point,
	type Viewport,
} from './camera/camera.ts';
import { createMapRenderer, type MapRenderer } from './draw/map-renderer.ts';
import { Gestures, type GestureHandlers } from './input/gestures.ts';
import { LensLabels } from './labels/lens-labels.ts';
import type { LabelOptions } from './labels/map-labels.ts';
import type { LensPoints } from './points/lens-points.ts';
import { radiusFactor } from './points/point-radius.ts';
import { MapPainter, type Lines, type Paint } from './scene/map-painter.ts';
import type { Marked } from './scene/marks.ts';

/** What the map tells the page. */
export interface AtlasMapEvents {
	/** A pointer is on a title, or on none. */
	hover(point: number | null): void;
	/** A title was pressed, or the ground. */
	press(point: number | null): void;
	/** The view has changed; `settled` once nothing moves any more. */
	view(camera: Camera, viewport: Viewport, settled: boolean): void;
	/** A lasso grows, in pixels of the picture; `done` with its places on the map. */
	lasso(outline: readonly Point[], done: boolean): void;
	/** The browser took the drawing away, or gave it back. */
	drawing(works: boolean): void;
}

export interface AtlasMapOptions extends LabelOptions {
	/** The element that the map fills; it gets a canvas and labels. */
	readonly host: HTMLElement;
	readonly data: AtlasData;
	/** Of the same map. */
	readonly points: LensPoints;
	/** By point. */
	readonly members: Float32Array;
	readonly lens: AtlasLens;
	/** Null: the whole map. */
	readonly camera: Camera | null;
	readonly paint: Paint;
	/** What lies over the map; nothing where it is not said. */
	readonly insets?: Insets;
	/** Whether what moves should rather jump. */
	readonly isStill: () => boolean;
	readonly on: AtlasMapEvents;
}

/** A title is in sight so far from what hides a side of the map, px. */
const REVEALED_PX = 40;
/** Nothing has moved for so long: the view rests. */
const REST_MS = 150;
const PICK_PX = 9;
const COARSE_PICK_PX = 20;
const DOUBLE_TAP_ZOOM = 2.2;
/** How close a flight to a title comes at least. */
const TITLE_SCALE = 2600;
/** More pixels than this nobody sees, and phones pay for them. */
const MOST_PIXEL_RATIO = 2;

/** The map as a page uses it: one canvas, its labels, and hands on it. Everything is let go of by {@link destroy}. */
export class AtlasMap {
	readonly #options: AtlasMapOptions;
	readonly #canvas: HTMLCanvasElement;
	readonly #renderer: MapRenderer;
	readonly #painter: MapPainter;
	readonly #motion: CameraMotion;
	readonly #labels: LensLabels;
	readonly #gestures: Gestures;
	readonly #resizing: ResizeObserver;
	readonly #abort = new AbortController();
	#lens: AtlasLens;
	#frame = 0;
	#told: Camera | null = null;
	#resting: ReturnType<typeof setTimeout> | undefined;
	#drawsLasso = false;
	#insets: Insets;
	#lost = false;
	readonly #isShown = (point: number) => this.#painter.isShown(point);

	/** @returns null where the browser can't draw it */
	static async open(options: AtlasMapOptions): Promise<AtlasMap | null> {
		const canvas = options.host.ownerDocument.createElement('canvas');
		const renderer = await createMapRenderer(canvas, sizeOf(options.host), pixelRatio());
		return renderer && new AtlasMap(options, canvas, renderer);
	}

	private constructor(options: AtlasMapOptions, canvas: HTMLCanvasElement, renderer: MapRenderer) {
		const { host, data, members, lens, paint } = options;
		const viewport = sizeOf(host);
		this.#options = options;
		this.#canvas = canvas;
		this.#renderer = renderer;
		this.#lens = lens;
		this.#insets = options.insets ?? NO_INSETS;
		host.prepend(canvas);
		this.#motion = new CameraMotion(options.camera ?? this.#whole(viewport), viewport);
		this.#painter = new MapPainter(renderer, data, members, lens, paint);
		this.#labels = new LensLabels(host, data, options);
		this.#gestures = new Gestures(host, this.#hands());
		this.#resizing = new ResizeObserver(() => this.#resize());
		this.#resizing.observe(host);
		this.#watchContext();
	}

	get camera(): Camera {
		return this.#motion.camera;
	}

	get viewport(): Viewport {
		return this.#motion.viewport;
	}

	/** The view of everything through the present lens. */
	get whole(): Camera {
		return this.#whole(this.viewport);
	}

	paint(paint: Paint): void {
		this.#painter.paint(paint);
		this.#request();
	}

	setLens(lens: AtlasLens): void {
		if (lens === this.#lens) return;
		this.#lens = lens;
		this.#painter.turn(lens, this.#options.isStill() ? null : performance.now());
		this.#request();
	}

	/** What is marked, and the lines of that; what is left out stays as it is. */
	mark(marked: Partial<Marked>, lines: Partial<Lines> = {}): void {
		this.#painter.mark(marked, lines);
		this.#request();
	}

	/** Whether dragging draws a lasso instead of moving the map. */
	set drawsLasso(draws: boolean) {
		this.#drawsLasso = draws;
	}

	pan(dx: number, dy: number): void {
		this.#motion.pan(dx, dy);
		this.#request();
	}

	/** Zooms at the middle. */
	zoom(factor: number): void {
		this.flyTo({ ...this.camera, scale: this.camera.scale * factor });
	}

	fit(): void {
		this.flyTo(this.whole);
	}

	/** Moves a title into sight that something over the map hides. */
	reveal(point: number): void {
		const { left, right, top, bottom } = this.#insets;
		const away = (insetPx: number) => (insetPx > 0 ? insetPx + REVEALED_PX : 0);
		const sides = { left: away(left), right: away(right), top: away(top), bottom: away(bottom) };
		const place = toScreen(this.camera, this.viewport, this.#placeOf(point));
		const { x, y } = wayIntoSight(place, this.viewport, sides);
		if (x !== 0 || y !== 0) this.flyTo(panned(this.camera, x, y));
	}

	/** So much of the map lies under something else from now on. */
	set insets(insets: Insets) {
		this.#insets = insets;
	}

	/** Shows a part of the map, no closer than `most`. */
	frame(bounds: Bounds, most?: number): void {
		this.flyTo(fittedWithin(bounds, this.viewport, this.#insets, most));
	}

	/** Goes to a title, and does not leave when one is closer already. */
	flyToPoint(point: number): void {
		const scale = Math.max(TITLE_SCALE, this.camera.scale);
		const { x, y } = this.#placeOf(point);
		// Into the middle of what is in sight.
		this.flyTo(centredWithin({ x, y, scale }, this.#insets));
	}

	flyTo(camera: Camera): void {
		if (this.#options.isStill()) this.#motion.jumpTo(camera);
		else this.#motion.flyTo(camera, performance.now());
		this.#request();
	}

	/** @param camera null: the whole map */
	jumpTo(camera: Camera | null): void {
		this.#motion.jumpTo(camera ?? this.whole);
		this.#request();
	}

	/** Titles are called something else now. */
	rename(): void {
		this.#labels.rename();
		this.#request();
	}

	destroy(): void {
		cancelAnimationFrame(this.#frame);
		clearTimeout(this.#resting);
		this.#abort.abort();
		this.#resizing.disconnect();
		this.#gestures.destroy();
		this.#labels.destroy();
		this.#renderer.destroy();
		this.#canvas.remove();
	}

	#hands(): GestureHandlers {
		const { on, host } = this.#options;
		return {
			pan: (dx, dy) => this.pan(dx, dy),
			zoom: (anchor, factor) => {
				this.#motion.zoom(anchor, factor);
				this.#request();
			},
			grab: () => this.#motion.stop(),
			throw: (velocity, timeMs) => {
				if (!this.#options.isStill()) this.#motion.throw(velocity, timeMs);
				this.#request();
			},
			tap: (at, coarse) => on.press(this.#pick(at, coarse ? COARSE_PICK_PX : PICK_PX)),
			doubleTap: (at) => {
				const { camera, viewport } = this;
				this.flyTo(zoomedAt(camera, viewport, at, DOUBLE_TAP_ZOOM, scaleLimits(viewport)));
			},
			hover: (at) => {
				const point = at === null ? null : this.#pick(at, PICK_PX);
				host.style.cursor = point === null ? '' : 'pointer';
				if (point !== this.#painter.marked.hovered) on.hover(point);
			},
			draws: () => this.#drawsLasso,
			lasso: (outline, done) => {
				const places = outline.map((at) => toMap(this.camera, this.viewport, at));
				on.lasso(done ? places : outline, done);
			},
		};
	}

	/** The title at a place of the picture: its point, or else its label. */
	#pick(at: Point, radiusPx: number): number | null {
		const { camera, viewport } = this;
		const reach = (radiusPx + radiusFactor(camera.scale)) / camera.scale;
		const grid = this.#options.points.grid(this.#lens);
		const hit = grid.nearest(toMap(camera, viewport, at), reach, this.#isShown);
		if (hit >= 0) return hit;
		return this.#labels.titleAt(this.#lens, at, camera, viewport);
	}

	#request(): void {
		if (this.#frame !== 0) return;
		this.#frame = requestAnimationFrame((nowMs) => {
			this.#frame = 0;
			this.#draw(nowMs);
		});
	}

	#draw(nowMs: number): void {
		this.#motion.step(nowMs);
		const { camera, viewport } = this;
		const turning = !this.#lost && this.#painter.draw(camera, viewport, nowMs);
		if (turning) this.#labels.clear(camera, viewport);
		else this.#labels.show(this.#lens, camera, viewport, this.#painter.marked, this.#isShown);
		const moving = this.#motion.isMoving || turning;
		if (moving) this.#request();
		if (this.#told !== null && isSameView(this.#told, camera) && !moving) return;
		this.#told = camera;
		this.#options.on.view(camera, viewport, false);
		// A hand or a wheel moves in steps: it rests once none has come for a while.
		clearTimeout(this.#resting);
		this.#resting = setTimeout(() => this.#rest(), REST_MS);
	}

	#rest(): void {
		if (!this.#motion.isMoving) this.#options.on.view(this.camera, this.viewport, true);
	}

	#whole(viewport: Viewport): Camera {
		return fittedWithin(this.#options.points.extent(this.#lens), viewport, this.#insets);
	}

	#placeOf(point: number): Point {
		return this.#options.points.placeOf(this.#lens, point);
	}

	#resize(): void {
		const viewport = sizeOf(this.#options.host);
		this.#motion.resize(viewport);
		this.#renderer.resize(viewport, pixelRatio());
		// Drawn at once: a canvas is empty after a change of its size.
		this.#draw(performance.now());
	}

	#watchContext(): void {
		const { signal } = this.#abort;
		const turn = (works: boolean) => () => {
			this.#lost = !works;
			this.#options.on.drawing(works);
			if (works) this.#request();
		};
		this.#canvas.addEventListener('webglcontextlost', turn(false), { signal });
		this.#canvas.addEventListener('webglcontextrestored', turn(true), { signal });
	}
}

function pixelRatio(): number {
	return Math.min(MOST_PIXEL_RATIO, globalThis.devicePixelRatio);
}

function sizeOf(host: HTMLElement): Viewport {
	return { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) };
}
