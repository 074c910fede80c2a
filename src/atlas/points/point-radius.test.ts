import { expect, it } from 'vitest';
import { pointRadius, radiusFactor } from './point-radius.ts';

it('draws the best known largest and nobody at nothing', () => {
	expect(pointRadius(4_000_000, 4_000_000)).toBeCloseTo(3.6);
	expect(pointRadius(0, 4_000_000)).toBeCloseTo(0.8);
	expect(pointRadius(100_000, 4_000_000)).toBeGreaterThan(pointRadius(10_000, 4_000_000));
});

it('lets points grow slower than the map, up to a size', () => {
	expect(radiusFactor(350)).toBe(1);
	expect(radiusFactor(700)).toBeCloseTo(2 ** 0.42);
	expect(radiusFactor(1e6)).toBe(5);
});
