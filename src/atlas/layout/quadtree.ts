/**
 * A quadtree of points in the plane as flat columns, in depth-first order: the walk over it needs no stack. `skip[node]`
 * is the next node that is not inside `node`.
 */
export interface Quadtree {
	readonly count: number;
	/** Centre of mass of each node. */
	readonly x: Float64Array;
	readonly y: Float64Array;
	/** Points inside. */
	readonly mass: Float64Array;
	/** Square of the node's side; 0 where it holds one place. */
	readonly area: Float64Array;
	readonly skip: Int32Array;
}

/** Levels of the tree: points that share all 20 bits of both axes count as one place. */
const DEPTH = 20;
const CELLS = 2 ** DEPTH;

/** Builds quadtrees of up to `size` points, reusing its memory. The same points give the same tree. */
export class QuadtreeBuilder {
	/** Points in the order of the tree: near ones are near each other. */
	readonly order: Uint32Array<ArrayBuffer>;
	private readonly tree;
	private readonly keys: Float64Array<ArrayBuffer>;
	private readonly sort: ReturnType<typeof createKeySorter>;

	constructor(size: number) {
		// Every inner node has two children at least.
		const room = 2 * size;
		this.tree = {
			count: 0,
			x: new Float64Array(room),
			y: new Float64Array(room),
			mass: new Float64Array(room),
			area: new Float64Array(room),
			skip: new Int32Array(room),
		};
		this.keys = new Float64Array(size);
		this.order = new Uint32Array(size);
		this.sort = createKeySorter(size);
	}

	/** The tree of points (x₀, y₀, x₁, y₁, …); valid until the next call. */
	build(xy: Float64Array): Quadtree {
		const { least, side } = bounds(xy);
		const perUnit = side > 0 ? CELLS / side : 0;
		const cellOf = (coordinate: number, low: number) =>
			Math.min(CELLS - 1, Math.floor((coordinate - low) * perUnit));
		for (let point = 0; point < this.keys.length; point++) {
			const column = cellOf(xy[2 * point] ?? 0, least.x);
			this.keys[point] = interleave(column, cellOf(xy[2 * point + 1] ?? 0, least.y));
		}
		this.sort(this.keys, this.order);
		this.tree.count = 0;
		this.add(xy, 0, this.keys.length, DEPTH, side);
		return this.tree;
	}

	/** Adds the node of the sorted points `from … to − 1`, whose keys agree above `level`. */
	private add(xy: Float64Array, from: number, to: number, level: number, side: number): void {
		const { tree, keys } = this;
		let [depth, cell] = [level, side];
		// Cells with one child that holds everything are left out.
		while (depth > 0 && quadrant(keys[from] ?? 0, depth) === quadrant(keys[to - 1] ?? 0, depth)) {
			depth--;
			cell /= 2;
		}
		const node = tree.count++;
		tree.mass[node] = to - from;
		let [sumX, sumY] = [0, 0];
		if (depth === 0 || to - from === 1) {
			for (let place = from; place < to; place++) {
				const point = this.order[place] ?? 0;
				sumX += xy[2 * point] ?? 0;
				sumY += xy[2 * point + 1] ?? 0;
			}
			tree.area[node] = 0;
		} else {
			tree.area[node] = cell * cell;
			for (let start = from; start < to;) {
				const own = quadrant(keys[start] ?? 0, depth);
				let end = start + 1;
				while (end < to && quadrant(keys[end] ?? 0, depth) === own) end++;
				const child = tree.count;
				this.add(xy, start, end, depth - 1, cell / 2);
				sumX += (tree.x[child] ?? 0) * (end - start);
				sumY += (tree.y[child] ?? 0) * (end - start);
				start = end;
			}
		}
		tree.x[node] = sumX / (to - from);
		tree.y[node] = sumY / (to - from);
		tree.skip[node] = tree.count;
	}
}

function bounds(xy: Float64Array) {
	let [lowX, highX, lowY, highY] = [Infinity, -Infinity, Infinity, -Infinity];
	for (let at = 0; at < xy.length; at += 2) {
		const [x, y] = [xy[at] ?? 0, xy[at + 1] ?? 0];
		if (x < lowX) lowX = x;
		if (x > highX) highX = x;
		if (y < lowY) lowY = y;
		if (y > highY) highY = y;
	}
	// Slightly larger, so that the outermost points lie inside.
	const side = Math.max(highX - lowX, highY - lowY) * (1 + 1e-9);
	return { least: { x: lowX, y: lowY }, side };
}

const HALF = DEPTH / 2;
const HALF_MASK = 2 ** HALF - 1;

/** Bits of both coordinates in turn: 40 bits, which a double holds exactly. */
function interleave(column: number, row: number): number {
	const high = spread(column >>> HALF) | (spread(row >>> HALF) << 1);
	const low = spread(column & HALF_MASK) | (spread(row & HALF_MASK) << 1);
	return high * 2 ** DEPTH + low;
}

/** Ten bits with a gap behind each. */
function spread(bits: number): number {
	let wide = bits & 0x3ff;
	wide = (wide | (wide << 8)) & 0xff00ff;
	wide = (wide | (wide << 4)) & 0xf0f0f0f;
	wide = (wide | (wide << 2)) & 0x33333333;
	return (wide | (wide << 1)) & 0x55555555;
}

/** Which quarter of its cell of `depth` (DEPTH = the whole) a key lies in. */
function quadrant(key: number, depth: number): number {
	return Math.floor(key / 4 ** (depth - 1)) % 4;
}

interface SortedKeys {
	readonly keys: Float64Array;
	readonly order: Uint32Array;
}

/** Sorts keys of 40 bits in place and tells where each came from; equal ones keep their order (radix sort). */
function createKeySorter(size: number) {
	const digitBits = 10;
	const buckets = new Uint32Array(2 ** digitBits + 1);
	const otherKeys = new Float64Array(size);
	const otherOrder = new Uint32Array(size);
	return (keys: Float64Array, order: Uint32Array) => {
		for (let point = 0; point < size; point++) order[point] = point;
		let from: SortedKeys = { keys, order };
		let to: SortedKeys = { keys: otherKeys, order: otherOrder };
		for (let digit = 0; digit < 4; digit++) {
			const unit = 2 ** (digit * digitBits);
			const digitOf = (key: number) => Math.floor(key / unit) & (2 ** digitBits - 1);
			buckets.fill(0);
			for (const key of from.keys) buckets[digitOf(key) + 1] = (buckets[digitOf(key) + 1] ?? 0) + 1;
			for (let at = 1; at < buckets.length; at++) {
				buckets[at] = (buckets[at] ?? 0) + (buckets[at - 1] ?? 0);
			}
			for (let at = 0; at < size; at++) {
				const key = from.keys[at] ?? 0;
				const place = buckets[digitOf(key)] ?? 0;
				buckets[digitOf(key)] = place + 1;
				to.keys[place] = key;
				to.order[place] = from.order[at] ?? 0;
			}
			[from, to] = [to, from];
		}
	};
}
