import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABEL_OFFSET_PX } from '#core/atlas/label-box.ts';
import { touchScale } from '#core/atlas/label-scale.ts';
import { labelScales, placeNames } from './labels.ts';

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
const box = fc.record({ width: fc.integer({ min: 20, max: 168 }), height: fc.constant(18) });
const named = fc.record({ x: coordinate, y: coordinate, box });
/** Two titles in one place: the label of the second never comes. */
const NEVER = 2 ** 31;
const SCALES = [1, 3, 10, 40, 160, 640, 2500, 10_000, 1e6];

/** Whether two boxes overlap whose centres are (dx, dy) pixels apart; 1e-6 for what floats round. */
const overlap = (dx: number, dy: number, width: number, height: number) =>
	Math.abs(dx) < width - 1e-6 && Math.abs(dy) < height - 1e-6;

type Named = { x: number; y: number; box: { width: number; height: number } };

function scalesOf(titles: readonly Named[], names: ReturnType<typeof placeNames>) {
	return labelScales(
		titles.map(({ x }) => x),
		titles.map(({ y }) => y),
		titles.map((title) => title.box),
		names,
	);
}

describe('labelScales', () => {
	it('never lets labels overlap, at any scale', () => {
		fc.assert(
			fc.property(fc.array(named, { maxLength: 25 }), (titles) => {
				const shown = scalesOf(titles, []);
				for (const scale of [...SCALES, ...shown]) {
					if (scale > NEVER) continue;
					const there = titles.filter((_, at) => (shown[at] ?? 0) <= scale);
					const touching = there.flatMap((a, at) =>
						there
							.slice(at + 1)
							.filter((b) =>
								overlap(
									scale * (a.x - b.x),
									scale * (a.y - b.y),
									(a.box.width + b.box.width) / 2,
									(a.box.height + b.box.height) / 2,
								),
							),
					);
					expect(touching).toEqual([]);
				}
			}),
		);
	});

	it('keeps clear of the names of regions while they are shown', () => {
		fc.assert(
			fc.property(
				fc.array(named, { maxLength: 12 }),
				fc.array(named, { maxLength: 5 }),
				(titles, regions) => {
					const names = placeNames(regions, { minScale: 5, maxScale: 900 });
					const shown = scalesOf(titles, names);
					for (const scale of [...SCALES, ...shown]) {
						if (scale > NEVER) continue;
						for (const name of names) {
							if (scale < name.minScale || scale >= name.maxScale) continue;
							const hidden = titles.filter(
								(title, at) =>
									(shown[at] ?? 0) <= scale &&
									overlap(
										scale * (title.x - name.x),
										scale * (title.y - name.y) - LABEL_OFFSET_PX,
										(title.box.width + name.box.width) / 2,
										(title.box.height + name.box.height) / 2,
									),
							);
							expect(hidden).toEqual([]);
						}
					}
				},
			),
		);
	});

	it('shows the first title always, and the next where their boxes part', () => {
		const at = (x: number, y: number, width: number): Named => ({
			x,
			y,
			box: { width, height: 18 },
		});
		const [first, second, third] = scalesOf([at(0, 0, 100), at(0.5, 0, 60), at(0, 0.1, 60)], []);
		expect(first).toBe(1);
		// Half the widths, 80 pixels, are half a unit from 160 pixels a unit on.
		expect(second).toBeCloseTo(160, 0);
		// A line of 18 pixels is a tenth of a unit from 180 on.
		expect(third).toBeCloseTo(180, 0);
		expect(touchScale(0, 0, 80, 18)).toBe(Infinity);
	});

	it('does not wait for a label that comes later itself', () => {
		const at = (x: number): Named => ({ x, y: 0, box: { width: 100, height: 18 } });
		// The second is right beside the first and comes late; the third only has to part from the first.
		const [, second, third] = scalesOf([at(0), at(0.001), at(0.1)], []);
		expect(second).toBeGreaterThan(90_000);
		expect(third).toBeCloseTo(1000, -1);
	});
});

describe('placeNames', () => {
	it('never lets names of a level overlap, and shows the largest from the start', () => {
		fc.assert(
			fc.property(fc.array(named, { minLength: 1, maxLength: 20 }), (regions) => {
				const names = placeNames(regions, { minScale: 1, maxScale: 700 });
				expect(names[0]?.minScale).toBe(1);
				for (const scale of [1, 5, 50, 200, 699, ...names.map(({ minScale }) => minScale)]) {
					const there = names.filter((name) => name.minScale <= scale && scale < name.maxScale);
					const touching = there.flatMap((a, at) =>
						there
							.slice(at + 1)
							.filter((b) =>
								overlap(
									scale * (a.x - b.x),
									scale * (a.y - b.y),
									(a.box.width + b.box.width) / 2,
									(a.box.height + b.box.height) / 2,
								),
							),
					);
					expect(touching).toEqual([]);
				}
			}),
		);
	});
});
