// What the kernels share. Every sum keeps fixed lanes in a fixed order, whatever runs the module: the
// same input gives the same bytes. Loops take whole vectors first, then one element at a time.

/** Bytes of `count` floats. */
export function floats(count: i32): usize {
	return (<usize>count) << 2;
}

/** Address of row `items[k]` (u16) of a table with rows of `ld` floats. */
export function rowAt(table: usize, ld: i32, items: usize, k: i32): usize {
	return table + ((<usize>load<u16>(items + ((<usize>k) << 1)) * ld) << 2);
}

export function floatAt(values: usize, k: i32): f32 {
	return load<f32>(values + ((<usize>k) << 2));
}

export function madd(sum: v128, a: v128, b: v128): v128 {
	return f32x4.add(sum, f32x4.mul(a, b));
}

/** Values between −bound and bound; NaN stays NaN, so that a training that diverges shows it. */
export function clampMagnitude(values: v128, bound: v128): v128 {
	return f32x4.pmin(f32x4.pmax(values, f32x4.neg(bound)), bound);
}

/** The four lanes added in pairs. */
export function sumOfLanes(values: v128): f32 {
	const pairs = f32x4.add(values, v128.shuffle<f32>(values, values, 2, 3, 0, 1));
	return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** Two f64 sums plus the four lanes: long sums lose nothing, whatever their length. */
export function addWide(sums: v128, values: v128): v128 {
	const upper = v128.shuffle<f32>(values, values, 2, 3, 2, 3);
	// The halves first: one addition less waits for the one before.
	const pairs = f64x2.add(f64x2.promote_low_f32x4(values), f64x2.promote_low_f32x4(upper));
	return f64x2.add(sums, pairs);
}

export function sumOfWide(sums: v128): f64 {
	return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}
