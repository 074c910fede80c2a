import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';

describe('normalQuantile', () => {
	it('is what tables say', () => {
		const table = [
			[0.5, 0],
			[0.8413447, 1],
			[0.9772499, 2],
			[0.975, 1.959964],
			[0.1586553, -1],
			[0.0013499, -3],
		] as const;
		for (const [p, value] of table) expect(Math.abs(normalQuantile(p) - value)).toBeLessThan(5e-4);
	});

	it('rises, and ends in infinity', () => {
		const values = Array.from({ length: 1001 }, (_, step) => normalQuantile(step / 1000));
		expect(values).toEqual(values.toSorted((a, b) => a - b));
		expect(new Set(values).size).toBe(1001);
		expect([values[0], values.at(-1)]).toEqual([-Infinity, Infinity]);
	});
});
