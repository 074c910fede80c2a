import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DIRECTIONS, stepTowards, type ArrowKey } from './walk.ts';

const HERE = { x: 0, y: 0 };

it('takes the nearest neighbour that lies there', () => {
	const steps = [
		{ point: 1, x: 1, y: 0.1, weight: 0.5 },
		{ point: 2, x: 5, y: 0, weight: 1 },
		{ point: 3, x: -1, y: 0, weight: 1 },
		{ point: 4, x: 0.1, y: 3, weight: 0.2 },
	];
	const to = (key: ArrowKey) => stepTowards(HERE, steps, key)?.point;
	expect([to('ArrowRight'), to('ArrowLeft'), to('ArrowUp'), to('ArrowDown')]).toEqual([
		2,
		3,
		4,
		undefined,
	]);
});

it('leaves no neighbour that no arrow leads to', () => {
	const unit = fc.double({ min: -1, max: 1, noNaN: true });
	fc.assert(
		fc.property(unit, unit, (x, y) => {
			fc.pre(Math.hypot(x, y) > 1e-6);
			const keys = Object.keys(DIRECTIONS) as ArrowKey[];
			const step = { point: 1, x, y, weight: 1 };
			expect(keys.some((key) => stepTowards(HERE, [step], key) === step)).toBe(true);
		}),
	);
});
