/** Cells on a side of the field. */
export const FIELD_SIDE = 256;
/** Map units that the field covers: the map and some sea around it. */
export const FIELD_EXTENT = 2.4;
/** Half width of each of the three passes of the blur, in cells. */
const BLUR_CELLS = 4;

/**
 * How densely a part of the map is settled, and in which colour: RGBA by cell, rows from the bottom up, A = density
 * (root, 0–255), RGB = mean colour of what is around.
 *
 * @param weights how much each point counts; 0 leaves it out
 * @param colours red, green and blue by point
 */
export function densityField(
	x: Float32Array,
	y: Float32Array,
	weights: (point: number) => number,
	colours: Uint8Array,
	blurCells = BLUR_CELLS,
): Uint8Array {
	const size = FIELD_SIDE * FIELD_SIDE;
	const [mass, red, green, blue] = [0, 1, 2, 3].map(() => new Float32Array(size));
	if (!mass || !red || !green || !blue) return new Uint8Array();
	for (let point = 0; point < x.length; point++) {
		const weight = weights(point);
		if (weight === 0) continue;
		const cell = cellOf(x[point] ?? 0) + FIELD_SIDE * cellOf(y[point] ?? 0);
		mass[cell] = (mass[cell] ?? 0) + weight;
		red[cell] = (red[cell] ?? 0) + weight * (colours[point * 3] ?? 0);
		green[cell] = (green[cell] ?? 0) + weight * (colours[point * 3 + 1] ?? 0);
		blue[cell] = (blue[cell] ?? 0) + weight * (colours[point * 3 + 2] ?? 0);
	}
	for (const layer of [mass, red, green, blue]) blur(layer, blurCells);
	const most = largest(mass);
	const field = new Uint8Array(size * 4);
	for (let cell = 0; cell < size; cell++) {
		const here = mass[cell] ?? 0;
		if (here <= 1e-9) continue;
		field[cell * 4] = Math.round((red[cell] ?? 0) / here);
		field[cell * 4 + 1] = Math.round((green[cell] ?? 0) / here);
		field[cell * 4 + 2] = Math.round((blue[cell] ?? 0) / here);
		// The root spreads the thin parts over more of the 255 steps.
		field[cell * 4 + 3] = Math.round(255 * Math.sqrt(Math.min(1, here / most)));
	}
	return field;
}

function cellOf(value: number): number {
	const cell = Math.floor((value / FIELD_EXTENT + 0.5) * FIELD_SIDE);
	return Math.min(FIELD_SIDE - 1, Math.max(0, cell));
}

/** The 99th part of a hundred counts as the most: a single crowded cell would flatten all others. */
function largest(mass: Float32Array): number {
	const settled = mass.filter((value) => value > 1e-6).sort();
	return Math.max(1e-9, settled[Math.floor(settled.length * 0.99)] ?? 0);
}

/** Three box blurs along each axis are nearly a Gaussian. */
function blur(layer: Float32Array, radius: number): void {
	const line = new Float32Array(FIELD_SIDE);
	for (let pass = 0; pass < 3; pass++) {
		for (let at = 0; at < FIELD_SIDE; at++) blurLine(layer, at * FIELD_SIDE, 1, radius, line);
		for (let at = 0; at < FIELD_SIDE; at++) blurLine(layer, at, FIELD_SIDE, radius, line);
	}
}

function blurLine(
	layer: Float32Array,
	start: number,
	stride: number,
	radius: number,
	line: Float32Array,
): void {
	let sum = 0;
	for (let at = 0; at < FIELD_SIDE; at++) line[at] = layer[start + at * stride] ?? 0;
	for (let at = 0; at < radius; at++) sum += line[at] ?? 0;
	for (let at = 0; at < FIELD_SIDE; at++) {
		sum += (line[at + radius] ?? 0) - (line[at - radius - 1] ?? 0);
		layer[start + at * stride] = sum / (2 * radius + 1);
	}
}
