import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantiseRows, restoreRows } from './quantise-rows.ts';

const restored = (width: number, ...values: number[]) =>
	restoreRows(quantiseRows({ width, values: Float32Array.from(values) }), width);

describe('quantiseRows', () => {
	it('gives each row the scale of its own greatest element', () => {
		const { codes, scales } = quantiseRows({
			width: 3,
			values: Float32Array.of(254, -127, 1, 0, 0, 0, 0.25, -0.5, 0),
		});
		expect([...scales]).toEqual([254 / 127, 0, Math.fround(0.5 / 127)]);
		// Halves, 1 / 2 and 127 / 2, go away from zero.
		expect([...codes]).toEqual([127, -64, 1, 0, 0, 0, 64, -127, 0]);
	});

	it('is off by half a step at most', () => {
		const element = fc.float({ noNaN: true, min: -1000, max: 1000 });
		fc.assert(
			fc.property(fc.array(element, { minLength: 4, maxLength: 40 }), (drawn) => {
				const values = Float32Array.from(drawn.slice(0, drawn.length - (drawn.length % 4)));
				const rows = quantiseRows({ width: 4, values });
				const { values: read } = restoreRows(rows, 4);
				read.forEach((value, at) => {
					const scale = rows.scales[Math.floor(at / 4)] ?? 0;
					// Half a step and what rounding to floats of 24 bits adds; 2⁻¹⁴⁹ is the least float.
					const allowed = scale / 2 + 127 * (scale * 2 ** -23 + 2 ** -149);
					expect(Math.abs(value - (values[at] ?? 0))).toBeLessThanOrEqual(allowed);
				});
			}),
		);
	});

	it('codes what it restored into the same codes', () => {
		const { values } = restored(2, 0.3, -0.7, 1, 0.01);
		const again = quantiseRows({ width: 2, values });
		const code = Math.round((0.3 / 0.7) * 127);
		expect([...again.codes]).toEqual([code, -127, 127, Math.round(0.01 * 127)]);
	});

	it('leaves no row usable that holds something that is no number', () => {
		const { scales } = quantiseRows({ width: 2, values: Float32Array.of(NaN, 1, Infinity, 1) });
		expect([...scales].some(Number.isFinite)).toBe(false);
	});
});

describe('restoreRows', () => {
	it('has nothing to restore of no rows', () => {
		expect(restored(3)).toEqual({ width: 3, values: new Float32Array(0) });
	});
});
