import type { Point } from '../camera/camera.ts';

/** Only what happened shortly before letting go counts: who stops first does not throw. */
const WINDOW_MS = 80;
const FASTEST = 4;

/** How fast a drag is at its end, in px a millisecond. */
export class DragSpeed {
	#samples: { readonly at: Point; readonly timeMs: number }[] = [];

	add(at: Point, timeMs: number): void {
		this.#samples.push({ at, timeMs });
		this.#samples = this.#samples.filter((sample) => timeMs - sample.timeMs <= WINDOW_MS);
	}

	at(timeMs: number): Point {
		const recent = this.#samples.filter((sample) => timeMs - sample.timeMs <= WINDOW_MS);
		const [first, last] = [recent[0], recent.at(-1)];
		if (!first || !last || last.timeMs <= first.timeMs) return { x: 0, y: 0 };
		const ms = last.timeMs - first.timeMs;
		const [x, y] = [(last.at.x - first.at.x) / ms, (last.at.y - first.at.y) / ms];
		const slower = Math.min(1, FASTEST / Math.max(1e-9, Math.hypot(x, y)));
		return { x: x * slower, y: y * slower };
	}
}
