import { floats, madd, sumOfLanes } from './lanes';

/**
 * out[r] = table[r] · vector, for `count` rows of `width` floats, a multiple of 4. Four rows at a time: the vector is
 * read once for them, and their sums don't wait for each other. A row has the same sum wherever it stands.
 */
export function rowDots(table: usize, width: i32, count: i32, vector: usize, out: usize): void {
	const bytes = floats(width);
	for (let row = 0; row < count; row += 4) {
		// Beyond the last: the last again.
		const left = count - row - 1;
		const second = left < 1 ? 0 : bytes;
		const third = second + (left < 2 ? 0 : bytes);
		const fourth = third + (left < 3 ? 0 : bytes);
		let a = f32x4.splat(0);
		let b = a;
		let c = a;
		let d = a;
		const end = vector + bytes;
		for (let x = vector, at = table; x < end; x += 16, at += 16) {
			const four = v128.load(x);
			a = madd(a, v128.load(at), four);
			b = madd(b, v128.load(at + second), four);
			c = madd(c, v128.load(at + third), four);
			d = madd(d, v128.load(at + fourth), four);
		}
		const to = out + floats(row);
		store<f32>(to, sumOfLanes(a));
		if (left > 0) store<f32>(to, sumOfLanes(b), 4);
		if (left > 1) store<f32>(to, sumOfLanes(c), 8);
		if (left > 2) store<f32>(to, sumOfLanes(d), 12);
		table += fourth + bytes;
	}
}
