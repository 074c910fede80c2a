import {
	held,
	panned,
	scaleLimits,
	zoomedAt,
	type Camera,
	type Point,
	type Viewport,
} from './camera.ts';
import { easeInOut, flight, type Flight } from './flight.ts';

/** A thrown map loses half of its speed in this time. */
const HALVING_MS = 130;
/** Slower than this nobody sees it move; px a millisecond. */
const STANDSTILL = 0.02;
/** A flight takes this long for one unit of way, within these bounds. */
const MS_A_LENGTH = 260;
const SHORTEST_MS = 180;
const LONGEST_MS = 1400;

interface Flying {
	readonly way: Flight;
	readonly startMs: number;
	readonly durationMs: number;
}

/**
 * Where the camera is and what moves it: hands, a throw that runs out, a flight. Time comes with every call, so that
 * it can be stepped in a test; with reduced motion it jumps.
 */
export class CameraMotion {
	#camera: Camera;
	#viewport: Viewport;
	#velocity: Point = { x: 0, y: 0 };
	#flight: Flying | null = null;
	#lastMs = 0;

	constructor(camera: Camera, viewport: Viewport) {
		this.#viewport = viewport;
		this.#camera = held(camera, viewport);
	}

	get camera(): Camera {
		return this.#camera;
	}

	get viewport(): Viewport {
		return this.#viewport;
	}

	/** Whether it moves by itself, so that another frame is needed. */
	get isMoving(): boolean {
		return this.#flight !== null || this.#velocity.x !== 0 || this.#velocity.y !== 0;
	}

	resize(viewport: Viewport): void {
		this.#viewport = viewport;
		this.#camera = held(this.#camera, viewport);
	}

	/** Stands still at once: a hand is on the map. */
	stop(): void {
		this.#velocity = { x: 0, y: 0 };
		this.#flight = null;
	}

	pan(dx: number, dy: number): void {
		this.stop();
		this.#camera = held(panned(this.#camera, dx, dy), this.#viewport);
	}

	zoom(anchor: Point, factor: number): void {
		this.stop();
		const limits = scaleLimits(this.#viewport);
		this.#camera = held(
			zoomedAt(this.#camera, this.#viewport, anchor, factor, limits),
			this.#viewport,
		);
	}

	/** Lets go of the map at a speed in px a millisecond. */
	throw(velocity: Point, nowMs: number): void {
		this.stop();
		if (Math.hypot(velocity.x, velocity.y) < STANDSTILL) return;
		this.#velocity = velocity;
		this.#lastMs = nowMs;
	}

	jumpTo(camera: Camera): void {
		this.stop();
		this.#camera = held(camera, this.#viewport);
	}

	flyTo(camera: Camera, nowMs: number): void {
		this.stop();
		const way = flight(this.#camera, held(camera, this.#viewport), this.#viewport);
		const durationMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, way.length * MS_A_LENGTH));
		this.#flight = { way, startMs: nowMs, durationMs };
	}

	/** Moves on to this time. @returns whether the view has changed */
	step(nowMs: number): boolean {
		if (this.#flight !== null) return this.#fly(this.#flight, nowMs);
		const { x, y } = this.#velocity;
		if (x === 0 && y === 0) return false;
		const ms = Math.max(0, nowMs - this.#lastMs);
		this.#lastMs = nowMs;
		const left = 0.5 ** (ms / HALVING_MS);
		// The way is the integral of the falling speed, whatever the frames are.
		const reach = ((1 - left) * HALVING_MS) / Math.LN2;
		this.#camera = held(panned(this.#camera, x * reach, y * reach), this.#viewport);
		const slower = { x: x * left, y: y * left };
		this.#velocity = Math.hypot(slower.x, slower.y) < STANDSTILL ? { x: 0, y: 0 } : slower;
		return true;
	}

	#fly({ way, startMs, durationMs }: Flying, nowMs: number): boolean {
		const share = Math.min(1, Math.max(0, (nowMs - startMs) / durationMs));
		this.#camera = way.at(easeInOut(share));
		if (share === 1) this.#flight = null;
		return true;
	}
}
