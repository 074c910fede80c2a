/** The values of some points, ascending. */
export function sortedValues(points: ArrayLike<number>, values: Float32Array): Float32Array {
	return Float32Array.from(points, (point) => values[point] ?? 0).sort();
}
