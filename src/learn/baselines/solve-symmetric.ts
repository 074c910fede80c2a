/**
 * Solves A·x = b for a symmetric positive definite A by Cholesky, in f64 and in place: for systems of
 * some hundred unknowns, where the kernels' blocks do not pay.
 *
 * @param a n × n, row by row, lower triangle given; holds the factor afterwards
 * @param b n numbers; holds x afterwards
 * @throws RangeError when A is not positive definite
 */
export function solveSymmetric(a: Float64Array, b: Float64Array): void {
	const n = b.length;
	for (let i = 0; i < n; i++) {
		for (let j = 0; j <= i; j++) {
			let sum = a[i * n + j] ?? 0;
			for (let k = 0; k < j; k++) sum -= (a[i * n + k] ?? 0) * (a[j * n + k] ?? 0);
			if (j < i) {
				a[i * n + j] = sum / (a[j * n + j] ?? 1);
				continue;
			}
			if (!(sum > 0)) throw new RangeError('The matrix is not positive definite.');
			a[i * n + i] = Math.sqrt(sum);
		}
	}
	substitute(a, b);
}

/**
 * Solves L·Lᵀ·x = b, b in place.
 *
 * @param factor L, n × n, row by row; what is above the diagonal is not read
 */
export function substitute(factor: Float64Array | Float32Array, b: Float64Array): void {
	const n = b.length;
	for (let i = 0; i < n; i++) {
		let sum = b[i] ?? 0;
		for (let k = 0; k < i; k++) sum -= (factor[i * n + k] ?? 0) * (b[k] ?? 0);
		b[i] = sum / (factor[i * n + i] ?? 1);
	}
	// By rows of L once more, which lie together in memory: each x found is taken out of what is left.
	for (let i = n - 1; i >= 0; i--) {
		const x = (b[i] ?? 0) / (factor[i * n + i] ?? 1);
		b[i] = x;
		for (let k = 0; k < i; k++) b[k] = (b[k] ?? 0) - (factor[i * n + k] ?? 0) * x;
	}
}
