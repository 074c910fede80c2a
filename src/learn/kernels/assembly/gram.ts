/**
 * Adds one sparse row x to the lower triangle of a Gram matrix: G[i][j] += x_i · x_j for j ≤ i.
 *
 * @param gram rows of `ld` floats
 * @param items `count` ascending positions (u16)
 * @param values `count` floats
 */
export function addOuter(gram: usize, ld: i32, items: usize, values: usize, count: i32): void {
	for (let a = 0; a < count; a++) {
		const row = gram + ((<usize>load<u16>(items + ((<usize>a) << 1)) * ld) << 2);
		const x = load<f32>(values + ((<usize>a) << 2));
		for (let b = 0; b <= a; b++) {
			const at = row + ((<usize>load<u16>(items + ((<usize>b) << 1))) << 2);
			store<f32>(at, load<f32>(at) + x * load<f32>(values + ((<usize>b) << 2)));
		}
	}
}
