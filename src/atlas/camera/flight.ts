import type { Camera, Viewport } from './camera.ts';

/** How much a flight prefers zooming out to panning far; the paper's users liked 1.4 best. */
const CURVATURE = 1.42;

/** A way from one view to another. */
export interface Flight {
	/** How long it is, in the paper's unit: 1 is about a screen's width of what is seen. */
	readonly length: number;
	/** The view at a part of the way, 0–1. */
	at(share: number): Camera;
}

/**
 * The way on which what is seen moves evenly: out, along and in.
 * After van Wijk and Nuij, "Smooth and efficient zooming and panning" (2003).
 */
export function flight(from: Camera, to: Camera, viewport: Viewport): Flight {
	const extent = Math.max(1, viewport.width, viewport.height);
	const [w0, w1] = [extent / from.scale, extent / to.scale];
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	const distance = Math.hypot(dx, dy);
	const rho2 = CURVATURE * CURVATURE;
	const done = (share: number) => (share >= 1 ? to : null);
	const between = (part: number, scale: number): Camera => ({
		x: from.x + part * dx,
		y: from.y + part * dy,
		scale,
	});
	if (distance < 1e-3 * Math.min(w0, w1)) {
		// Hardly a way to go: the scale alone changes, by the same factor in the same time.
		const turns = Math.log(w1 / w0);
		const at = (share: number) =>
			done(share) ?? between(share, extent / (w0 * Math.exp(turns * share)));
		return { length: Math.abs(turns) / CURVATURE, at };
	}
	const b = (w: number, sign: 1 | -1) =>
		(w1 * w1 - w0 * w0 + sign * rho2 * rho2 * distance * distance) / (2 * w * rho2 * distance);
	const [start, end] = [-Math.asinh(b(w0, 1)), -Math.asinh(b(w1, -1))];
	const length = (end - start) / CURVATURE;
	return {
		length: Math.abs(length),
		at(share) {
			const r = start + CURVATURE * share * length;
			const part = ((w0 / rho2) * (Math.cosh(start) * Math.tanh(r) - Math.sinh(start))) / distance;
			const width = (w0 * Math.cosh(start)) / Math.cosh(r);
			return done(share) ?? between(part, extent / width);
		},
	};
}

/** Slow at both ends; 0 at 0, 1 at 1. */
export function easeInOut(share: number): number {
	return share < 0.5 ? 4 * share ** 3 : 1 - (-2 * share + 2) ** 3 / 2;
}
