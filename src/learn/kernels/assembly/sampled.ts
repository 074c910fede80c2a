import { floatAt, floats, madd, rowAt, sumOfLanes } from '../../../core/kernels/assembly/lanes';
import { addFour } from '../../../core/kernels/assembly/rows';
import { axpy } from '../../../core/kernels/assembly/vectors';

function dotOfRows(a: usize, b: usize, width: i32): f32 {
	let sum0 = f32x4.splat(0),
		sum1 = sum0,
		sum2 = sum0,
		sum3 = sum0;
	const sixteensEnd = a + floats(width & ~15);
	const wholeEnd = a + floats(width & ~3);
	const end = a + floats(width);
	for (; a < sixteensEnd; a += 64, b += 64) {
		sum0 = madd(sum0, v128.load(a), v128.load(b));
		sum1 = madd(sum1, v128.load(a, 16), v128.load(b, 16));
		sum2 = madd(sum2, v128.load(a, 32), v128.load(b, 32));
		sum3 = madd(sum3, v128.load(a, 48), v128.load(b, 48));
	}
	for (; a < wholeEnd; a += 16, b += 16) sum0 = madd(sum0, v128.load(a), v128.load(b));
	let sum = sumOfLanes(f32x4.add(f32x4.add(sum0, sum1), f32x4.add(sum2, sum3)));
	for (; a < end; a += 4, b += 4) sum += load<f32>(a) * load<f32>(b);
	return sum;
}

/**
 * out[k] = a[rows[k]] · b[columns[k]]: the elements of A·Bᵀ that someone asks for, a rating head on
 * the rated titles only.
 *
 * @param rows `count` positions in a (u16)
 * @param columns `count` positions in b (u16)
 */
export function sampledDot(
	a: usize,
	aLd: i32,
	b: usize,
	bLd: i32,
	width: i32,
	rows: usize,
	columns: usize,
	count: i32,
	out: usize,
): void {
	for (let k = 0; k < count; k++) {
		const dot = dotOfRows(rowAt(a, aLd, rows, k), rowAt(b, bLd, columns, k), width);
		store<f32>(out + floats(k), dot);
	}
}

/** Whether four positions from the k-th on are the same. */
function sameFour(positions: usize, k: i32): bool {
	const four = load<u64>(positions + ((<usize>k) << 1));
	return four == (four & 0xffff) * 0x0001_0001_0001_0001;
}

/**
 * into[intoRows[k]] += gradient[k] · from[fromRows[k]]: the gradient of {@link sampledDot}, once for
 * each side with the roles swapped. Faster where equal `intoRows` follow each other.
 */
export function sampledScatter(
	into: usize,
	intoLd: i32,
	from: usize,
	fromLd: i32,
	width: i32,
	intoRows: usize,
	fromRows: usize,
	gradient: usize,
	count: i32,
): void {
	let k = 0;
	while (k < count) {
		const to = rowAt(into, intoLd, intoRows, k);
		if (k + 4 <= count && sameFour(intoRows, k)) {
			addFour(
				width,
				floatAt(gradient, k),
				floatAt(gradient, k + 1),
				floatAt(gradient, k + 2),
				floatAt(gradient, k + 3),
				rowAt(from, fromLd, fromRows, k),
				rowAt(from, fromLd, fromRows, k + 1),
				rowAt(from, fromLd, fromRows, k + 2),
				rowAt(from, fromLd, fromRows, k + 3),
				to,
			);
			k += 4;
		} else {
			axpy(width, floatAt(gradient, k), rowAt(from, fromLd, fromRows, k), to);
			k++;
		}
	}
}
