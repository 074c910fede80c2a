import type { Point } from '../camera/camera.ts';
import { DragSpeed } from './drag-speed.ts';

/** What hands do on the map; places are CSS pixels from its corner, times those of events. */
export interface GestureHandlers {
	pan(dx: number, dy: number): void;
	zoom(anchor: Point, factor: number): void;
	/** Let go while moving, px a millisecond. */
	throw(velocity: Point, timeMs: number): void;
	/** A hand came down: whatever moves stands still. */
	grab(): void;
	/** A finger hides what is under it, so it may be off by more than a mouse. */
	tap(at: Point, coarse: boolean): void;
	doubleTap(at: Point): void;
	/** A mouse rests or moves over the map; null when it leaves. */
	hover(at: Point | null): void;
	/** Whether dragging draws a lasso instead of moving the map. */
	draws(): boolean;
	/** A lasso grows; `done` when it is let go. */
	lasso(outline: readonly Point[], done: boolean): void;
}

/** Farther than this a press is a drag. */
const DRAG_PX = 4;
const COARSE_DRAG_PX = 9;
const DOUBLE_MS = 260;
const DOUBLE_PX = 28;
/** A notch of a wheel is about 100 px: it zooms by a third. */
const WHEEL_ZOOM = 0.003;
/** Pinching on a track pad comes as a wheel with this key, in small steps. */
const PINCH_ZOOM = 0.012;
const MOST_WHEEL = 240;
const LINE_PX = 16;

/** Listens to wheel and pointers of an element until it is told to stop. */
export class Gestures {
	readonly #element: HTMLElement;
	readonly #on: GestureHandlers;
	readonly #abort = new AbortController();
	readonly #pointers = new Map<number, Point>();
	#speed = new DragSpeed();
	#start: Point = { x: 0, y: 0 };
	#dragging = false;
	#outline: Point[] | null = null;
	#waiting: ReturnType<typeof setTimeout> | undefined;
	#lastTap = { timeMs: -Infinity, at: { x: 0, y: 0 } };

	constructor(element: HTMLElement, handlers: GestureHandlers) {
		this.#element = element;
		this.#on = handlers;
		const { signal } = this.#abort;
		element.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
		element.addEventListener('pointerdown', (event) => this.#down(event), { signal });
		element.addEventListener('pointermove', (event) => this.#move(event), { signal });
		element.addEventListener('pointerup', (event) => this.#up(event, true), { signal });
		element.addEventListener('pointercancel', (event) => this.#up(event, false), { signal });
		element.addEventListener('pointerleave', () => this.#on.hover(null), { signal });
	}

	destroy(): void {
		clearTimeout(this.#waiting);
		this.#abort.abort();
	}

	#placeOf({ clientX, clientY }: MouseEvent): Point {
		const { left, top } = this.#element.getBoundingClientRect();
		return { x: clientX - left, y: clientY - top };
	}

	#wheel(event: WheelEvent): void {
		event.preventDefault();
		const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
		const delta = Math.max(-MOST_WHEEL, Math.min(MOST_WHEEL, event.deltaY * unit));
		const strength = event.ctrlKey ? PINCH_ZOOM : WHEEL_ZOOM;
		this.#on.zoom(this.#placeOf(event), Math.exp(-delta * strength));
	}

	#down(event: PointerEvent): void {
		// The right button is the browser's.
		if (event.button > 1) return;
		this.#element.setPointerCapture(event.pointerId);
		const at = this.#placeOf(event);
		this.#pointers.set(event.pointerId, at);
		this.#on.grab();
		this.#start = at;
		this.#dragging = this.#pointers.size > 1;
		this.#speed = new DragSpeed();
		this.#speed.add(at, event.timeStamp);
		const draws = this.#pointers.size === 1 && (this.#on.draws() || event.shiftKey);
		this.#outline = draws ? [at] : null;
	}

	#move(event: PointerEvent): void {
		const at = this.#placeOf(event);
		const before = this.#pointers.get(event.pointerId);
		if (before === undefined) {
			if (event.pointerType === 'mouse') this.#on.hover(at);
			return;
		}
		if (this.#pointers.size > 1) this.#pinch(event.pointerId, before, at);
		else this.#drag(event, before, at);
		this.#pointers.set(event.pointerId, at);
	}

	#drag(event: PointerEvent, before: Point, at: Point): void {
		const threshold = event.pointerType === 'mouse' ? DRAG_PX : COARSE_DRAG_PX;
		const way = Math.hypot(at.x - this.#start.x, at.y - this.#start.y);
		if (!this.#dragging && way < threshold) return;
		// The way to the threshold counts as well, or the map would lag behind the finger.
		const from = this.#dragging ? before : this.#start;
		this.#dragging = true;
		if (this.#outline !== null) {
			this.#outline.push(at);
			this.#on.lasso(this.#outline, false);
			return;
		}
		this.#speed.add(at, event.timeStamp);
		this.#on.pan(at.x - from.x, at.y - from.y);
	}

	/** Two fingers hold two places of the map: it moves with their middle and grows with their distance. */
	#pinch(moved: number, before: Point, at: Point): void {
		this.#outline = null;
		const other = [...this.#pointers].find(([id]) => id !== moved)?.[1];
		if (other === undefined) return;
		const middle = (a: Point) => ({ x: (a.x + other.x) / 2, y: (a.y + other.y) / 2 });
		const apart = (a: Point) => Math.max(1, Math.hypot(a.x - other.x, a.y - other.y));
		const [from, to] = [middle(before), middle(at)];
		this.#on.pan(to.x - from.x, to.y - from.y);
		this.#on.zoom(to, apart(at) / apart(before));
	}

	#up(event: PointerEvent, wanted: boolean): void {
		const at = this.#pointers.get(event.pointerId);
		if (!this.#pointers.delete(event.pointerId) || at === undefined) return;
		// The other finger goes on dragging from where it is.
		if (this.#pointers.size > 0) {
			this.#speed = new DragSpeed();
			return;
		}
		const outline = this.#outline;
		this.#outline = null;
		if (outline !== null && this.#dragging) this.#on.lasso(wanted ? outline : [], true);
		else if (this.#dragging) this.#on.throw(this.#speed.at(event.timeStamp), event.timeStamp);
		else if (wanted) this.#tap(at, event);
	}

	#tap(at: Point, { timeStamp, pointerType }: PointerEvent): void {
		const { timeMs, at: last } = this.#lastTap;
		const near = Math.hypot(at.x - last.x, at.y - last.y) < DOUBLE_PX;
		const isDouble = near && timeStamp - timeMs < DOUBLE_MS;
		this.#lastTap = { timeMs: isDouble ? -Infinity : timeStamp, at };
		clearTimeout(this.#waiting);
		if (isDouble) this.#on.doubleTap(at);
		else if (pointerType === 'mouse') this.#on.tap(at, false);
		// A finger can't miss everything on a crowded map: what it means only its second tap tells.
		else this.#waiting = setTimeout(() => this.#on.tap(at, true), DOUBLE_MS);
	}
}
