import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallAtlas } from '#tests/support/small-atlas.ts';
import { createLabelChooser } from './visible-labels.ts';

const MAP = smallAtlas(Array.from({ length: 400 }, (_, at) => at + 1)).lenses.local;
const SIZE = { width: 600, height: 400 };
const every = () => true;

describe('the labels of a view', () => {
	it('are those whose scale is reached, the farthest first', () => {
		const chooser = createLabelChooser(MAP, 500);
		// Scales are 2^(6 + point / 64): at 64 there is the first alone.
		expect(chooser.titles({ x: 0, y: 0, scale: 64 }, { width: 900, height: 900 }, every)).toEqual([
			0,
		]);
		expect(chooser.titles({ x: 0, y: 0, scale: 65 }, { width: 900, height: 900 }, every)).toEqual([
			0, 1,
		]);
		const even = (point: number) => point % 2 === 0;
		expect(chooser.titles({ x: 0, y: 0, scale: 65 }, { width: 900, height: 900 }, even)).toEqual([
			0,
		]);
	});

	it('of titles that few know wait, also where there is room', () => {
		const free = { ...MAP, labelScale: MAP.labelScale.map(() => 1) };
		const chooser = createLabelChooser(free, 500);
		const known = (scale: number) =>
			chooser.titles({ x: 0, y: 0, scale }, { width: 9000, height: 9000 }, every).length;
		// 14 · √k: at 100 the titles with k ≤ 51.
		expect([1, 14, 100, 140].map(known)).toEqual([1, 2, 52, 101]);
	});

	it('stay when one zooms in, as long as they are in the picture, whatever the bound', () => {
		const unit = fc.double({ min: -1, max: 1, noNaN: true });
		const scale = fc.double({ min: 64, max: 4000, noNaN: true });
		const chooser = createLabelChooser(MAP, 25);
		fc.assert(
			fc.property(unit, unit, scale, (x, y, scale) => {
				const far = chooser.titles({ x, y, scale }, SIZE, every);
				const near = chooser.titles({ x, y, scale: 2 * scale }, SIZE, every);
				const inside = far.filter(
					(point) =>
						Math.abs((MAP.x[point] ?? 0) - x) * 2 * scale <= 300 &&
						Math.abs((MAP.y[point] ?? 0) - y) * 2 * scale <= 200,
				);
				expect(inside.filter((point) => !near.includes(point))).toEqual([]);
			}),
		);
	});

	it('name regions within their range of scales', () => {
		const chooser = createLabelChooser(MAP, 25);
		const named = (scale: number) =>
			chooser
				.regions({ x: 0, y: 0, scale }, { width: 2000, height: 2000 })
				.map(({ level, at }) => MAP.regions[level]?.[at]?.name);
		expect(named(63)).toEqual([]);
		expect(named(64)).toEqual(['Wide 0', 'Wide 1']);
		expect(named(128)).toEqual(['Middle 0', 'Middle 1', 'Middle 2', 'Middle 3']);
	});
});
