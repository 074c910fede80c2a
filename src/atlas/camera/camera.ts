/** Where somebody looks: the centre of the picture in map units, and CSS pixels for one unit. */
export interface Camera {
	readonly x: number;
	readonly y: number;
	readonly scale: number;
}

/** Size of the picture in CSS pixels. */
export interface Viewport {
	readonly width: number;
	readonly height: number;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** How much of the picture lies under something else at each side, px. */
export interface Insets {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

export const NO_INSETS: Insets = { left: 0, right: 0, top: 0, bottom: 0 };

/** A part of the map; y points upwards. */
export interface Bounds {
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
	readonly top: number;
}

/** The map lies in [−1, 1] on both axes. */
export const WHOLE_MAP: Bounds = { left: -1, right: 1, bottom: -1, top: 1 };
/** Closest view: two titles a thousandth of the map apart are a hand's width apart. */
export const LARGEST_SCALE = 60_000;
/** Farthest view, beside the one that shows the whole map. */
const SMALLEST_OF_FIT = 0.7;
/** Room around what is fitted, as a share of the picture. */
const FIT_MARGIN = 0.06;

/** From the map to the picture; pixels run rightwards and downwards. Inverse of {@link toMap}. */
export function toScreen(camera: Camera, { width, height }: Viewport, { x, y }: Point): Point {
	return {
		x: width / 2 + (x - camera.x) * camera.scale,
		y: height / 2 - (y - camera.y) * camera.scale,
	};
}

/** From the picture to the map. Inverse of {@link toScreen}. */
export function toMap(camera: Camera, { width, height }: Viewport, { x, y }: Point): Point {
	return {
		x: camera.x + (x - width / 2) / camera.scale,
		y: camera.y - (y - height / 2) / camera.scale,
	};
}

/** Moves what lies under the pointer along with it. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
	return { ...camera, x: camera.x - dx / camera.scale, y: camera.y + dy / camera.scale };
}

/** Zooms so that what lies at a place of the picture stays there. */
export function zoomedAt(
	camera: Camera,
	viewport: Viewport,
	anchor: Point,
	factor: number,
	limits: ScaleLimits,
): Camera {
	const scale = Math.min(limits.most, Math.max(limits.least, camera.scale * factor));
	const held = toMap(camera, viewport, anchor);
	return {
		x: held.x - (anchor.x - viewport.width / 2) / scale,
		y: held.y + (anchor.y - viewport.height / 2) / scale,
		scale,
	};
}

export interface ScaleLimits {
	readonly least: number;
	readonly most: number;
}

export function scaleLimits(viewport: Viewport): ScaleLimits {
	return { least: fitted(WHOLE_MAP, viewport).scale * SMALLEST_OF_FIT, most: LARGEST_SCALE };
}

/** The view that shows a part of the map as large as it can be; one without extent is shown no closer than `most`. */
export function fitted(bounds: Bounds, viewport: Viewport, most = LARGEST_SCALE): Camera {
	const room = 1 - 2 * FIT_MARGIN;
	const across = (viewport.width * room) / Math.max(1e-9, bounds.right - bounds.left);
	const up = (viewport.height * room) / Math.max(1e-9, bounds.top - bounds.bottom);
	return {
		x: (bounds.left + bounds.right) / 2,
		y: (bounds.bottom + bounds.top) / 2,
		// A picture that has no size yet must not divide by zero later.
		scale: Math.max(1, Math.min(most, across, up)),
	};
}

/** The same, in what the insets leave free of the picture. */
export function fittedWithin(
	bounds: Bounds,
	{ width, height }: Viewport,
	insets: Insets,
	most = LARGEST_SCALE,
): Camera {
	const { left, right, top, bottom } = insets;
	const free = { width: width - left - right, height: height - top - bottom };
	return centredWithin(fitted(bounds, free, most), insets);
}

/** Moves what is in the middle of the picture to the middle of what the insets leave free. */
export function centredWithin(camera: Camera, { left, right, top, bottom }: Insets): Camera {
	return panned(camera, (left - right) / 2, (top - bottom) / 2);
}

/** The way that brings a place of the picture into what the insets leave free, px; nothing where it is there. */
export function wayIntoSight({ x, y }: Point, viewport: Viewport, insets: Insets): Point {
	const { left, right, top, bottom } = insets;
	const into = (value: number, low: number, high: number) => {
		// Something large may hide all of it.
		const middle = (low + high) / 2;
		return Math.min(Math.max(high, middle), Math.max(Math.min(low, middle), value)) - value;
	};
	return {
		x: into(x, left, viewport.width - right),
		y: into(y, top, viewport.height - bottom),
	};
}

/** Keeps the scale within its limits and the middle of the picture on the map, so that nobody gets lost. */
export function held(camera: Camera, viewport: Viewport): Camera {
	const { least, most } = scaleLimits(viewport);
	const inside = (value: number) => Math.min(1, Math.max(-1, value));
	return {
		x: inside(camera.x),
		y: inside(camera.y),
		scale: Math.min(most, Math.max(least, camera.scale)),
	};
}

/** The part of the map that is in the picture, with some pixels around it. */
export function visibleBounds(camera: Camera, viewport: Viewport, marginPx = 0): Bounds {
	const across = (viewport.width / 2 + marginPx) / camera.scale;
	const up = (viewport.height / 2 + marginPx) / camera.scale;
	return {
		left: camera.x - across,
		right: camera.x + across,
		bottom: camera.y - up,
		top: camera.y + up,
	};
}

export function isWithin({ left, right, bottom, top }: Bounds, x: number, y: number): boolean {
	return x >= left && x <= right && y >= bottom && y <= top;
}

export function isSameView(a: Camera, b: Camera): boolean {
	return a.x === b.x && a.y === b.y && a.scale === b.scale;
}
