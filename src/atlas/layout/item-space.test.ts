import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { itemSpace } from './item-space.ts';
import { principalComponents, spectralLayout, standardised } from './leading-directions.ts';
import { affinitiesOf, ring } from './layout.fixture.ts';

const rows = (width: number, ...values: number[]) => ({ width, values: Float32Array.from(values) });
const none = rows(2);

/** Titles 10 and 20 were learned, 30 has the facts of 20 alone. */
const PARTS = {
	items: Int32Array.of(10, 20, 30),
	learnedCount: 2,
	facts: {
		offsets: Uint32Array.of(0, 0, 1, 2),
		columns: Uint16Array.of(0, 0),
		values: Float32Array.of(1, 1),
	},
	autoencoder: {
		width: 2,
		presenceInput: none,
		scoreInput: none,
		droppedInput: none,
		factInput: none,
		hiddenBias: new Float32Array(2),
		presenceOutput: rows(2, 3, 4, 1, 0),
		factOutput: rows(2, 0, 1),
		presenceBias: new Float32Array(2),
		factBias: new Float32Array(1),
		ratingOutput: none,
		ratingBias: new Float32Array(0),
	},
};

describe('itemSpace', () => {
	it('adds a title’s own weights and those of its facts; who was not learned has the latter alone', () => {
		const { width, values } = itemSpace(PARTS, Int32Array.of(30, 20, 10));
		expect(width).toBe(2);
		const expected = [0, 1, Math.SQRT1_2, Math.SQRT1_2, 0.6, 0.8];
		expected.forEach((value, at) => expect(values[at]).toBeCloseTo(value, 6));
		expect(() => itemSpace(PARTS, Int32Array.of(11))).toThrow('lacks title 11');
	});
});

describe('principalComponents', () => {
	it('keeps the direction in which rows differ most, and their distances along it', () => {
		const points = [-2, -1, 0, 1, 2].flatMap((at) => [3 * at, 4 * at + 0.01 * at * at, 7]);
		const { width, values } = principalComponents(rows(3, ...points), 1, createRng(1));
		expect(width).toBe(1);
		const gaps = [1, 2, 3, 4].map((at) => Math.abs((values[at] ?? 0) - (values[at - 1] ?? 0)));
		for (const gap of gaps) expect(gap).toBeCloseTo(5, 1);
	});
});

describe('spectralLayout', () => {
	it('lays a ring out as a circle', () => {
		const layout = spectralLayout(affinitiesOf(ring(48), 4), 2, createRng(3));
		for (let at = 0; at < layout.length; at += 2) {
			const radius = Math.hypot(layout[at] ?? 0, layout[at + 1] ?? 0);
			expect(Math.abs(radius - Math.SQRT2)).toBeLessThan(0.15);
		}
	});

	it('standardises axes; one without extent stays 0', () => {
		expect([...standardised(Float64Array.of(1, 5, 3, 5), 2)]).toEqual([-1, 0, 1, 0]);
	});
});
