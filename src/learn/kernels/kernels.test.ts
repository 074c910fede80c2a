import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeKernels } from '#tests/contracts/kernels.ts';
import { describeNetworkKernels } from '#tests/contracts/network-kernels.ts';
import { describeRowKernels } from '#tests/contracts/row-kernels.ts';
import { instantiateKernels } from './kernels.ts';

const bytes = new Uint8Array(await readFile(new URL('./kernels.wasm', import.meta.url)));

describeKernels(() => instantiateKernels(bytes));
describeRowKernels(() => instantiateKernels(bytes));
describeNetworkKernels(() => instantiateKernels(bytes));

test('two instances share nothing', async () => {
	const module = await WebAssembly.compile(bytes);
	const [one, other] = await Promise.all([instantiateKernels(module), instantiateKernels(module)]);
	const address = one.arena.allocate(4);
	expect(other.arena.allocate(4)).toBe(address);
	one.arena.f32(address, 1)[0] = 5;
	other.arena.f32(address, 1)[0] = 6;
	expect(one.arena.f32(address, 1)[0]).toBe(5);
});

test('allocations do not overlap, are aligned, and reach beyond the first memory', async () => {
	const { arena } = await instantiateKernels(bytes);
	const [a, b, c] = [arena.allocate(3), arena.allocate(10_000_000), arena.allocate(8)];
	expect(b - a).toBe(64);
	expect(c).toBeGreaterThanOrEqual(b + 10_000_000);
	for (const address of [a, b, c]) expect(address % 64).toBe(0);
	arena.f32(c, 2).set([1, 2]);
	expect([...arena.f32(c, 2)]).toEqual([1, 2]);
});

test('what a scope allocated is free again, however it ends', async () => {
	const { arena } = await instantiateKernels(bytes);
	const free = arena.scopedSync(() => arena.allocate(8));
	const stop = () => {
		arena.allocate(8);
		throw new Error('enough');
	};
	expect(() => arena.scopedSync(stop)).toThrow('enough');
	const address = arena.allocate(8);
	expect(address).toBe(free);
	arena.u32(address, 2).set([0x0102_0304, 5]);
	expect(arena.u8(address, 5)[4]).toBe(5);
});

test('a module without the kernels is refused with a remedy', async () => {
	// The eight bytes of an empty module.
	const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
	await expect(instantiateKernels(empty)).rejects.toThrow(/addOuter.*rebuild/);
	await expect(instantiateKernels(Uint8Array.of(1, 2, 3))).rejects.toThrow(
		WebAssembly.CompileError,
	);
});
