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
	for (let i = 0; i < n; i++) {
		let sum = b[i] ?? 0;
		for (let k = 0; k < i; k++) sum -= (a[i * n + k] ?? 0) * (b[k] ?? 0);
		b[i] = sum / (a[i * n + i] ?? 1);
	}
	for (let i = n - 1; i >= 0; i--) {
		let sum = b[i] ?? 0;
		for (let k = i + 1; k < n; k++) sum -= (a[k * n + i] ?? 0) * (b[k] ?? 0);
		b[i] = sum / (a[i * n + i] ?? 1);
	}
}
