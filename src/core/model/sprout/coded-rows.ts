import { createRankingKernels } from '../../kernels/ranking-kernels.ts';
import type { DenseRows } from './parts.ts';

const GREATEST_CODE = 127;
/** Rows are as many whole vectors long. */
const ALIGNMENT = 8;
/** Widest rows whose sums fit into whole numbers of 32 bits. */
const WIDEST = 1_024;
/** What a plane may leave over, as a share of its row's greatest element, without another one. */
const NEGLIGIBLE = 1e-5;
/** Unit of the high part of a vector; the low part's is its square. */
const UNIT = 2 ** 14;

/**
 * Rows for inner products with vectors of values within ±1, one byte an element: reading them is what takes the time.
 * Rows that were coded in a byte before, as those of a model file, are kept as they are; others get a second plane
 * of bytes for what the first leaves over, after which no element is off by more than 1/64,000 of its row's greatest.
 */
export interface CodedRowTable {
	readonly width: number;
	readonly count: number;
	/** Inner products of all rows and a vector; valid until the next call. */
	dots(vector: Float32Array): Float32Array;
	/** Inner product of one row and a vector. */
	dot(row: number, vector: Float32Array): number;
	/** out += scale · one row. */
	addRow(row: number, scale: number, out: Float32Array): void;
}

/** Codes rows of a width of 1,024 at most. */
export function createCodedRows(rows: DenseRows): CodedRowTable {
	const { width, values } = rows;
	if (width > WIDEST) throw new RangeError(`Rows are ${WIDEST} wide at most.`);
	const kernels = createRankingKernels();
	const { arena } = kernels;
	const ld = Math.ceil(width / ALIGNMENT) * ALIGNMENT;
	const count = values.length / width;
	const planes = codePlanes(rows, ld).map((plane) => ({
		...plane,
		codesAt: arena.allocate(plane.codes.length),
		scalesAt: arena.allocate(4 * count),
	}));
	const high = arena.allocate(2 * ld);
	const low = arena.allocate(2 * ld);
	const products = arena.allocate(4 * count);
	// All is allocated: from here on views stay valid. New memory is zeros.
	const placed = planes.map(({ codes, scales, codesAt, scalesAt }) => {
		const [codeView, scaleView] = [arena.i8(codesAt, codes.length), arena.f32(scalesAt, count)];
		codeView.set(codes);
		scaleView.set(scales);
		return { codesAt, scalesAt, codes: codeView, scales: scaleView };
	});
	const [highView, lowView] = [arena.i16(high, width), arena.i16(low, width)];
	const productView = arena.f32(products, count);
	return {
		width,
		count,
		dots(vector) {
			for (let k = 0; k < width; k++) {
				const value = (vector[k] ?? 0) * UNIT;
				const whole = Math.round(value);
				highView[k] = whole;
				lowView[k] = Math.round((value - whole) * UNIT);
			}
			productView.fill(0);
			for (const { codesAt, scalesAt } of placed) {
				kernels.codedDots(codesAt, scalesAt, ld, count, high, low, products);
			}
			return productView;
		},
		dot(row, vector) {
			let sum = 0;
			for (const { codes, scales } of placed) {
				sum += (scales[row] ?? 0) * dot(codes, row * ld, vector);
			}
			return sum;
		},
		addRow(row, scale, out) {
			for (const { codes, scales } of placed) {
				const unit = scale * (scales[row] ?? 0);
				const start = row * ld;
				for (let k = 0; k < width; k++) out[k] = (out[k] ?? 0) + unit * (codes[start + k] ?? 0);
			}
		},
	};
}

interface Plane {
	readonly codes: Int8Array;
	readonly scales: Float32Array;
}

/** One plane where it is enough, else two. */
function codePlanes({ width, values }: DenseRows, ld: number): Plane[] {
	const rest = Float32Array.from(values);
	const count = values.length / width;
	const empty = (): Plane => ({
		codes: new Int8Array(count * ld),
		scales: new Float32Array(count),
	});
	const [first, second] = [empty(), empty()];
	let isEnough = true;
	for (let row = 0; row < count; row++) {
		const own = rest.subarray(row * width, (row + 1) * width);
		const greatest = greatestOf(own);
		codeRow(own, greatest / GREATEST_CODE, first, row, ld);
		if (greatestOf(own) > NEGLIGIBLE * greatest) isEnough = false;
		// Half a step is left at most.
		codeRow(own, greatest / GREATEST_CODE / 2 / GREATEST_CODE, second, row, ld);
	}
	return isEnough ? [first] : [first, second];
}

function greatestOf(values: Float32Array): number {
	let greatest = 0;
	for (const value of values) greatest = Math.max(greatest, Math.abs(value));
	return greatest;
}

/** Codes a row in steps of `step` and leaves what they don't reach. */
function codeRow(
	own: Float32Array,
	step: number,
	{ codes, scales }: Plane,
	row: number,
	ld: number,
) {
	const scale = Math.fround(step);
	scales[row] = scale;
	if (scale === 0) return;
	own.forEach((value, k) => {
		const code = Math.round(value / scale);
		codes[row * ld + k] = Math.max(-GREATEST_CODE, Math.min(GREATEST_CODE, code));
		own[k] = value - (codes[row * ld + k] ?? 0) * scale;
	});
}

function dot(codes: Int8Array, start: number, vector: Float32Array): number {
	// Four sums: one alone would wait for each addition to finish.
	let [a, b, c, d] = [0, 0, 0, 0];
	let k = 0;
	for (; k + 4 <= vector.length; k += 4) {
		const at = start + k;
		a += (codes[at] ?? 0) * (vector[k] ?? 0);
		b += (codes[at + 1] ?? 0) * (vector[k + 1] ?? 0);
		c += (codes[at + 2] ?? 0) * (vector[k + 2] ?? 0);
		d += (codes[at + 3] ?? 0) * (vector[k + 3] ?? 0);
	}
	for (; k < vector.length; k++) a += (codes[start + k] ?? 0) * (vector[k] ?? 0);
	return a + b + (c + d);
}
