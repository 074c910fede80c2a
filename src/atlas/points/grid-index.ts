import { type Bounds, type Point } from '../camera/camera.ts';

/** Cells on a side: some points in each where the map is dense. */
const SIDE = 96;

/** Finds the points of a layout by place; made once for a layout. */
export interface GridIndex {
	/** The nearest point within a radius that is accepted; −1 where there is none. */
	nearest(at: Point, radius: number, accepts?: (point: number) => boolean): number;
	/** Points within bounds, ascending. */
	within(bounds: Bounds): number[];
	/** Points within a closed polygon, ascending. */
	inside(polygon: readonly Point[]): number[];
}

/** @param x positions in [−1, 1], by point */
export function createGridIndex(x: Float32Array, y: Float32Array): GridIndex {
	const cellOf = (value: number) =>
		Math.min(SIDE - 1, Math.max(0, Math.floor(((value + 1) / 2) * SIDE)));
	const starts = new Uint32Array(SIDE * SIDE + 1);
	const cells = Uint16Array.from(x, (value, point) => cellOf(value) + SIDE * cellOf(y[point] ?? 0));
	for (const cell of cells) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
	for (let cell = 0; cell < SIDE * SIDE; cell++) {
		starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
	}
	const next = starts.slice();
	const points = new Uint16Array(x.length);
	cells.forEach((cell, point) => {
		const at = next[cell] ?? 0;
		points[at] = point;
		next[cell] = at + 1;
	});

	const visit = (bounds: Bounds, see: (point: number, x: number, y: number) => void) => {
		const [left, right] = [cellOf(bounds.left), cellOf(bounds.right)];
		for (let row = cellOf(bounds.bottom); row <= cellOf(bounds.top); row++) {
			// The cells of a row lie beside each other, and so do their points.
			const end = starts[row * SIDE + right + 1] ?? 0;
			for (let at = starts[row * SIDE + left] ?? 0; at < end; at++) {
				const point = points[at] ?? 0;
				see(point, x[point] ?? 0, y[point] ?? 0);
			}
		}
	};

	return {
		nearest(at, radius, accepts = () => true) {
			let [best, found] = [radius * radius, -1];
			visit(around(at, radius), (point, px, py) => {
				const distance = (px - at.x) ** 2 + (py - at.y) ** 2;
				// Of two in one place the better known one, which has the lower number.
				const nearer = distance < best || (distance === best && (found < 0 || point < found));
				if (nearer && accepts(point)) [best, found] = [distance, point];
			});
			return found;
		},
		within(bounds) {
			const found: number[] = [];
			visit(bounds, (point, px, py) => {
				const { left, right, bottom, top } = bounds;
				if (px >= left && px <= right && py >= bottom && py <= top) found.push(point);
			});
			return found.sort((a, b) => a - b);
		},
		inside(polygon) {
			const found: number[] = [];
			if (polygon.length < 3) return found;
			visit(boundsOf(polygon), (point, px, py) => {
				if (isInside(polygon, px, py)) found.push(point);
			});
			return found.sort((a, b) => a - b);
		},
	};
}

function around({ x, y }: Point, radius: number): Bounds {
	return { left: x - radius, right: x + radius, bottom: y - radius, top: y + radius };
}

/** The least bounds that hold all of these. */
export function boundsOf(points: readonly Point[]): Bounds {
	const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
	for (const { x, y } of points) {
		bounds.left = Math.min(bounds.left, x);
		bounds.right = Math.max(bounds.right, x);
		bounds.bottom = Math.min(bounds.bottom, y);
		bounds.top = Math.max(bounds.top, y);
	}
	return bounds;
}

/** Whether a ray to the right crosses the outline an odd number of times. */
function isInside(polygon: readonly Point[], x: number, y: number): boolean {
	let inside = false;
	let last = polygon.at(-1);
	for (const corner of polygon) {
		if (last !== undefined && corner.y > y !== last.y > y) {
			const crossing = ((last.x - corner.x) * (y - corner.y)) / (last.y - corner.y) + corner.x;
			if (x < crossing) inside = !inside;
		}
		last = corner;
	}
	return inside;
}
