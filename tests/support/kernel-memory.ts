import { createRng } from '#core/math/rng.ts';
import type { Arena } from '#core/kernels/arena.ts';

/** Kernels of whatever kind. */
interface WithArena {
	readonly arena: Arena;
}

/** Tails of 0–3 elements behind whole vectors, and less than one vector. */
export const COUNTS = [1, 3, 4, 6, 17, 64, 131];

/** Values in ±bound that f32 holds exactly. */
export function random(count: number, seed: number, bound = 1): number[] {
	const rng = createRng(seed);
	return Array.from({ length: count }, () => Math.fround((rng.next() * 2 - 1) * bound));
}

/** Positions below a bound, as u16 holds them. */
export function positions(count: number, below: number, seed: number): number[] {
	const rng = createRng(seed);
	return Array.from({ length: count }, () => rng.below(below));
}

/** An element that is there; NaN, which no expectation meets, when it is not. */
export const value = (values: readonly number[], at: number): number => values[at] ?? Number.NaN;

/** Element `column` of row `row`, rows `ld` apart. */
export const cell = (rows: readonly number[], ld: number, row: number, column: number): number =>
	value(rows, row * ld + column);

/** 0, 1, … count − 1. */
export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** A sum in f64. */
export const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);

/** Puts floats into the memory of the kernels, with a guard behind them. */
export function put(kernels: WithArena, values: readonly number[]): number {
	const address = kernels.arena.allocate(4 * (values.length + 4));
	kernels.arena.f32(address, values.length + 4).set([...values, 7, 7, 7, 7]);
	return address;
}

/** Puts u16 positions into the memory of the kernels. */
export function putPositions(kernels: WithArena, values: readonly number[]): number {
	const address = kernels.arena.allocate(2 * values.length);
	kernels.arena.u16(address, values.length).set(values);
	return address;
}

/**
 * Greatest distance of the floats at an address from what they should be; NaN for one that is NaN,
 * infinite when the guard behind them fell.
 */
export function worstError(
	kernels: WithArena,
	address: number,
	expected: readonly number[],
): number {
	const found = kernels.arena.f32(address, expected.length + 4);
	if (found.subarray(expected.length).some((x) => x !== 7)) return Infinity;
	return Math.max(0, ...expected.map((x, i) => Math.abs((found[i] ?? Number.NaN) - x)));
}
