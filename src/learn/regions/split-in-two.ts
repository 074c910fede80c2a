/** Points with weights. */
export interface WeightedPoints {
	/** Numbers a point. */
	readonly width: number;
	/** One point after the other. */
	readonly values: Float32Array;
	/** Above 0. */
	readonly weights: Float64Array;
}

/** A set of points in two parts. */
interface Cut {
	readonly parts: readonly [Int32Array, Int32Array];
	/** What it takes from the sum of squared distances to the centroid: w₀·w₁ / (w₀ + w₁) times that of the two centroids. */
	readonly gain: number;
}

const POWER_STEPS = 12;
const MOST_ROUNDS = 20;

/**
 * 2-means from the plane through the centroid across the principal direction, until no point moves.
 *
 * @param members positions of the points, ascending
 * @param leastWeight least weight of a part
 * @returns null where the points don't come apart into parts of that weight
 */
export function splitInTwo(
	points: WeightedPoints,
	members: Int32Array,
	leastWeight: number,
): Cut | null {
	if (members.length < 2) return null;
	const center = centroid(points, members);
	const axis = principalDirection(points, members, center);
	const offset = dot(axis, center);
	let sides = Uint8Array.from(members, (at) => (projection(points, at, axis) > offset ? 1 : 0));
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const [low, high] = partsOf(members, sides).map((part) => centroid(points, part));
		if (!low || !high) return null;
		const across = high.map((value, k) => value - (low[k] ?? 0));
		// Nearer to `high` where the projection on what lies between them is above that of their middle.
		const middle = (dot(across, high) + dot(across, low)) / 2;
		const moved = Uint8Array.from(members, (at) =>
			projection(points, at, across) > middle ? 1 : 0,
		);
		const isSettled = moved.every((side, k) => side === sides[k]);
		sides = moved;
		if (isSettled) break;
	}
	return cutOf(points, members, sides, leastWeight);
}

function cutOf(
	points: WeightedPoints,
	members: Int32Array,
	sides: Uint8Array,
	leastWeight: number,
): Cut | null {
	const parts = partsOf(members, sides);
	const [low, high] = parts.map((part) => weightOf(points, part));
	if (!low || !high || Math.min(low, high) < leastWeight) return null;
	const [a, b] = [centroid(points, parts[0]), centroid(points, parts[1])];
	const between = a.map((value, k) => value - (b[k] ?? 0));
	const apart = dot(between, between);
	if (apart === 0) return null;
	return { parts, gain: ((low * high) / (low + high)) * apart };
}

function partsOf(members: Int32Array, sides: Uint8Array): [Int32Array, Int32Array] {
	return [members.filter((_, k) => sides[k] === 0), members.filter((_, k) => sides[k] === 1)];
}

function weightOf({ weights }: WeightedPoints, members: Int32Array): number {
	return members.reduce((sum, at) => sum + (weights[at] ?? 0), 0);
}

function centroid(points: WeightedPoints, members: Int32Array): Float64Array {
	const { width, values, weights } = points;
	const sum = new Float64Array(width);
	for (const at of members) {
		const weight = weights[at] ?? 0;
		for (let k = 0; k < width; k++) {
			sum[k] = (sum[k] ?? 0) + weight * (values[at * width + k] ?? 0);
		}
	}
	const whole = Math.max(weightOf(points, members), Number.MIN_VALUE);
	return sum.map((value) => value / whole);
}

/** Power iteration on the covariance, from the point furthest from the centroid; its sign is that of its greatest number. */
function principalDirection(
	points: WeightedPoints,
	members: Int32Array,
	center: Float64Array,
): Float64Array {
	const { width, values, weights } = points;
	let axis = furthest(points, members, center);
	for (let step = 0; step < POWER_STEPS; step++) {
		const offset = dot(axis, center);
		const next = new Float64Array(width);
		for (const at of members) {
			const along = (weights[at] ?? 0) * (projection(points, at, axis) - offset);
			for (let k = 0; k < width; k++) {
				next[k] = (next[k] ?? 0) + along * ((values[at * width + k] ?? 0) - (center[k] ?? 0));
			}
		}
		const length = Math.sqrt(dot(next, next));
		if (length === 0) break;
		axis = next.map((value) => value / length);
	}
	return axis;
}

function furthest(
	{ width, values }: WeightedPoints,
	members: Int32Array,
	center: Float64Array,
): Float64Array {
	let best = new Float64Array(width);
	let most = -1;
	for (const at of members) {
		const away = center.map((value, k) => (values[at * width + k] ?? 0) - value);
		const distance = dot(away, away);
		if (distance > most) [best, most] = [away, distance];
	}
	return best;
}

function projection({ width, values }: WeightedPoints, at: number, axis: Float64Array): number {
	let sum = 0;
	for (let k = 0; k < width; k++) sum += (values[at * width + k] ?? 0) * (axis[k] ?? 0);
	return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
	return sum;
}
