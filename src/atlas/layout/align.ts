/** Positions of points, (x₀, y₀, x₁, …). */
type Positions = Float64Array;

/**
 * Turns, mirrors, scales and moves a layout so that it lies as near as can be on another one (Procrustes): the same
 * picture then looks the same.
 *
 * @param pairs places (in `moving`, in `target`) of the points that both have
 */
export function alignTo(
	moving: Positions,
	target: Positions,
	pairs: readonly (readonly [number, number])[],
): Positions {
	if (pairs.length === 0) return moving.slice();
	const from = meanOf(
		moving,
		pairs.map(([point]) => point),
	);
	const to = meanOf(
		target,
		pairs.map(([, point]) => point),
	);
	// Sums of products of what is left: as complex numbers, a turn is their argument.
	let [same, turned, sameMirrored, turnedMirrored, squares] = [0, 0, 0, 0, 0];
	for (const [own, other] of pairs) {
		const x = (moving[2 * own] ?? 0) - from.x;
		const y = (moving[2 * own + 1] ?? 0) - from.y;
		const u = (target[2 * other] ?? 0) - to.x;
		const v = (target[2 * other + 1] ?? 0) - to.y;
		same += x * u + y * v;
		turned += x * v - y * u;
		sameMirrored += x * u - y * v;
		turnedMirrored += x * v + y * u;
		squares += x * x + y * y;
	}
	const plain = Math.hypot(same, turned);
	const mirrored = Math.hypot(sameMirrored, turnedMirrored);
	const mirror = mirrored > plain ? -1 : 1;
	const cos = (mirror === 1 ? same : sameMirrored) / (squares || 1);
	const sin = (mirror === 1 ? turned : turnedMirrored) / (squares || 1);
	return moving.map((_, at) => {
		const x = (moving[at & ~1] ?? 0) - from.x;
		const y = ((moving[at | 1] ?? 0) - from.y) * mirror;
		return at % 2 === 0 ? to.x + cos * x - sin * y : to.y + sin * x + cos * y;
	});
}

function meanOf(positions: Positions, points: readonly number[]) {
	let [x, y] = [0, 0];
	for (const point of points) {
		x += positions[2 * point] ?? 0;
		y += positions[2 * point + 1] ?? 0;
	}
	return { x: x / points.length, y: y / points.length };
}

/**
 * Lays a picture down the same way each time: as wide as it can be, and turned so that `value` (the year, say) grows to
 * the right.
 */
export function orient(positions: Positions, value: ArrayLike<number>): Positions {
	const size = positions.length / 2;
	const all = Array.from({ length: size }, (_, point) => point);
	const mean = meanOf(positions, all);
	let [xx, xy, yy] = [0, 0, 0];
	for (const point of all) {
		const x = (positions[2 * point] ?? 0) - mean.x;
		const y = (positions[2 * point + 1] ?? 0) - mean.y;
		xx += x * x;
		xy += x * y;
		yy += y * y;
	}
	// Half the angle of the covariance's ellipse: its long axis.
	const angle = Math.atan2(2 * xy, xx - yy) / 2;
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const turned = positions.map((_, at) => {
		const x = (positions[at & ~1] ?? 0) - mean.x;
		const y = (positions[at | 1] ?? 0) - mean.y;
		return at % 2 === 0 ? cos * x + sin * y : cos * y - sin * x;
	});
	const meanValue = all.reduce((sum, point) => sum + (value[point] ?? 0), 0) / size;
	let slope = 0;
	for (const point of all) slope += (turned[2 * point] ?? 0) * ((value[point] ?? 0) - meanValue);
	// A half turn, which mirrors nothing.
	return slope < 0 ? turned.map((coordinate) => -coordinate) : turned;
}

/** Share of the points that stay where they are; the reach of the others, as a share of the radius. */
const [INNER, REACH] = [0.98, 0.25];

/**
 * Draws the few outermost points in, so that they don't make everything else small: those beyond the radius of 98 % around
 * the middle end within 1.25 times of it, in the same direction and order.
 */
export function drawnIn(positions: Positions): Positions {
	const size = positions.length / 2;
	const middle = [0, 1].map(
		(axis) => positions.filter((_, at) => at % 2 === axis).sort()[size >> 1] ?? 0,
	);
	const away = Float64Array.from({ length: size }, (_, point) =>
		Math.hypot(
			(positions[2 * point] ?? 0) - (middle[0] ?? 0),
			(positions[2 * point + 1] ?? 0) - (middle[1] ?? 0),
		),
	);
	const radius = away.toSorted()[Math.floor(INNER * (size - 1))] ?? 0;
	return positions.map((coordinate, at) => {
		const distance = away[at >> 1] ?? 0;
		if (distance <= radius || radius === 0) return coordinate;
		const beyond = REACH * (1 - Math.exp(-(distance / radius - 1) / REACH));
		const centre = middle[at % 2] ?? 0;
		return centre + ((coordinate - centre) * radius * (1 + beyond)) / distance;
	});
}

/** Centres a picture by its bounds and lets its longer side span −1 to 1. */
export function fitToSquare(positions: Positions): Positions {
	const low = [Infinity, Infinity];
	const high = [-Infinity, -Infinity];
	positions.forEach((coordinate, at) => {
		const axis = at % 2;
		low[axis] = Math.min(low[axis] ?? 0, coordinate);
		high[axis] = Math.max(high[axis] ?? 0, coordinate);
	});
	const middle = low.map((least, axis) => (least + (high[axis] ?? 0)) / 2);
	const half = Math.max(...low.map((least, axis) => ((high[axis] ?? 0) - least) / 2));
	return positions.map((coordinate, at) =>
		half > 0 ? (coordinate - (middle[at % 2] ?? 0)) / half : 0,
	);
}
