/** Alignment of every allocation: a cache line, and more than a SIMD vector needs. */
const ALIGNMENT = 64;
const PAGE_BYTES = 65_536;

/**
 * A stack of allocations in the memory of a WebAssembly module, above what the module uses itself.
 *
 * Views die when the memory grows, so they are asked for again after every {@link Arena.allocate}.
 */
export interface Arena {
	/**
	 * Address of `bytes` new bytes, aligned to 64; their content is undefined.
	 *
	 * @throws RangeError when the memory can't grow that far
	 */
	allocate(bytes: number): number;
	/** Runs `use` and frees all that was allocated within, whether it returns or throws. */
	scoped<T>(use: () => Promise<T>): Promise<T>;
	/** {@link Arena.scoped} for work without a pause. */
	scopedSync<T>(use: () => T): T;
	f32(address: number, length: number): Float32Array<ArrayBuffer>;
	f64(address: number, length: number): Float64Array<ArrayBuffer>;
	i8(address: number, length: number): Int8Array<ArrayBuffer>;
	i16(address: number, length: number): Int16Array<ArrayBuffer>;
	u8(address: number, length: number): Uint8Array<ArrayBuffer>;
	u16(address: number, length: number): Uint16Array<ArrayBuffer>;
	u32(address: number, length: number): Uint32Array<ArrayBuffer>;
}

/** An arena that begins at byte `base` of `memory`. */
export function createArena(memory: WebAssembly.Memory, base: number): Arena {
	let top = Math.ceil(base / ALIGNMENT) * ALIGNMENT;
	return {
		allocate(bytes) {
			const address = top;
			const end = address + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
			const missing = end - memory.buffer.byteLength;
			if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
			top = end;
			return address;
		},
		async scoped(use) {
			const mark = top;
			try {
				return await use();
			} finally {
				top = mark;
			}
		},
		scopedSync(use) {
			const mark = top;
			try {
				return use();
			} finally {
				top = mark;
			}
		},
		f32: (address, length) => new Float32Array(memory.buffer, address, length),
		f64: (address, length) => new Float64Array(memory.buffer, address, length),
		i8: (address, length) => new Int8Array(memory.buffer, address, length),
		i16: (address, length) => new Int16Array(memory.buffer, address, length),
		u8: (address, length) => new Uint8Array(memory.buffer, address, length),
		u16: (address, length) => new Uint16Array(memory.buffer, address, length),
		u32: (address, length) => new Uint32Array(memory.buffer, address, length),
	};
}
