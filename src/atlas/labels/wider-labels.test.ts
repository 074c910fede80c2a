import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelScales } from '../layout/labels.ts';
import type { AtlasLayout, AtlasRegion } from '../atlas-data.ts';
import { widerLabelScales } from './wider-labels.ts';

interface Title {
	readonly x: number;
	readonly y: number;
	/** What the layout made room for, and what is needed now, px. */
	readonly room: number;
	readonly width: number;
}

const HEIGHT = 18;

function layoutOf(titles: readonly Title[], names: readonly AtlasRegion[] = []): AtlasLayout {
	const [x, y] = [titles.map((title) => title.x), titles.map((title) => title.y)];
	const boxes = titles.map(({ room }) => ({ width: room, height: HEIGHT }));
	return {
		x: Float32Array.from(x),
		y: Float32Array.from(y),
		labelScale: labelScales(Float32Array.from(x), Float32Array.from(y), boxes, []),
		trust: new Float32Array(titles.length),
		regions: [names],
	};
}

const widen = (titles: readonly Title[], names?: readonly AtlasRegion[]) =>
	widerLabelScales(layoutOf(titles, names), {
		widths: Float32Array.from(titles, ({ room, width }) => Math.max(room, width)),
		wider: Uint8Array.from(titles, ({ room, width }) => (width > room ? 1 : 0)),
	});

describe('labels wider than their room', () => {
	it('keep their scale, and those that come after wait', () => {
		const [first, second, third] = widen([
			{ x: 0, y: 0, room: 40, width: 160 },
			{ x: 0.5, y: 0, room: 40, width: 40 },
			{ x: 0, y: 0.5, room: 40, width: 40 },
		]);
		expect(first).toBe(1);
		// Half the widths, 100 pixels, are half a unit from 200 pixels a unit on; there was room from 80 on.
		expect(second).toBeCloseTo(200, 0);
		// A line of 18 pixels, as before.
		expect(third).toBeCloseTo(36, 0);
	});

	it('wait for those before them, and for names of regions', () => {
		const wide = { x: 0.5, y: 0, room: 20, width: 120 };
		const [, second] = widen([{ x: 0, y: 0, room: 40, width: 40 }, wide]);
		expect(second).toBeCloseTo(160, 0);
		const name = { name: 'Music', parent: -1, x: 0, y: 0, members: new Uint16Array() };
		const [beside] = widen([wide], [{ ...name, minScale: 1, maxScale: 900 }]);
		// "Music" takes 82 pixels: (120 + 82) / 2 are half a unit from 202 on.
		expect(beside).toBeCloseTo(202, 0);
		const [after] = widen([wide], [{ ...name, minScale: 1, maxScale: 50 }]);
		expect(after).toBeCloseTo(50, 0);
	});

	it('change nothing where every label has room', () => {
		const titles = [0, 0.1, 0.3].map((x) => ({ x, y: 0, room: 60, width: 50 }));
		expect(widen(titles)).toEqual(layoutOf(titles).labelScale);
	});

	it('never overlap at any scale', () => {
		const unit = fc.integer({ min: -50, max: 50 }).map((step) => step / 50);
		const width = fc.integer({ min: 20, max: 168 });
		const title = fc.record({ x: unit, y: unit, room: width, width });
		fc.assert(
			fc.property(fc.array(title, { minLength: 2, maxLength: 25 }), (titles) => {
				const scales = widen(titles);
				for (const scale of [...scales].filter((each) => each < 60_000)) {
					const shown = titles.filter((_, at) => (scales[at] ?? 0) <= scale);
					expect(overlapping(shown, scale)).toEqual([]);
				}
			}),
		);
	});
});

/** Pairs on each other by more than the rounding of positions. */
function overlapping(titles: readonly Title[], scale: number) {
	return titles.flatMap((a, at) =>
		titles
			.slice(at + 1)
			.filter(
				(b) =>
					Math.abs(a.x - b.x) * scale < (a.width + b.width) / 2 - 0.01 &&
					Math.abs(a.y - b.y) * scale < HEIGHT - 0.01,
			)
			.map((b) => [a, b]),
	);
}
