import { describe, expect, it } from 'vitest';
import { lossCurve } from './loss-curve.ts';

const points = (...losses: number[]) => losses.map((loss, epoch) => ({ epoch: epoch + 1, loss }));

/** Corners of the lines, in their order. */
const linesOf = (svg: string) =>
	Array.from(svg.matchAll(/points="([^"]+)"/g), ([, text = '']) =>
		text.split(' ').map((corner) => corner.split(',').map(Number)),
	);
const textsOf = (svg: string) => Array.from(svg.matchAll(/>([^<>]+)<\/text>/g), ([, text]) => text);

describe('lossCurve', () => {
	it('draws a line for each series: time goes right, less is lower', () => {
		const svg = lossCurve([
			{ name: 'train', points: points(8, 5, 4) },
			{ name: 'validation', points: points(9, 6, 6) },
		]);
		const [train = [], validation = []] = linesOf(svg);
		const xs = train.map(([x]) => x ?? 0);
		expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeCloseTo((xs[2] ?? 0) - (xs[1] ?? 0), 1);
		const heights = train.map(([, y]) => y ?? 0);
		// 8 → 5 → 4: three quarters of the way in the first epoch.
		expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBeCloseTo(
			((8 - 5) / (8 - 4)) * ((heights[2] ?? 0) - (heights[0] ?? 0)),
			1,
		);
		expect(heights[2]).toBeGreaterThan(heights[0] ?? 0);
		expect(validation[1]?.[1]).toBe(validation[2]?.[1]);
	});

	it('has round ticks around all values, and a legend', () => {
		const texts = textsOf(lossCurve([{ name: 'validation', points: points(0.31, 0.12) }]));
		for (const text of ['0.10', '0.35', '1', '2', 'epoch', 'loss', 'validation']) {
			expect(texts).toContain(text);
		}
	});

	it('follows the reader from light to dark', () => {
		const svg = lossCurve([{ name: 'a', points: points(2, 1) }]);
		expect(svg).toContain('prefers-color-scheme:dark');
		expect(svg).toContain('currentColor');
	});

	it('is a chart without points, with one, and with equal ones', () => {
		expect(lossCurve([])).toContain('no epoch yet');
		expect(lossCurve([{ name: 'a', points: points(3) }])).toMatch(/<circle [^>]+cy="\d/);
		for (const losses of [
			[0, 0],
			[3, 3],
			[-2, -2],
		]) {
			const svg = lossCurve([{ name: 'a', points: points(...losses) }]);
			expect(linesOf(svg)[0]).toHaveLength(2);
			expect(svg).not.toMatch(/NaN|Infinity/);
		}
	});

	it('leaves out what is no number, and keeps names from being marks', () => {
		const svg = lossCurve([{ name: '<b> & c', points: points(3, Number.NaN, 1) }]);
		expect(linesOf(svg)[0]).toHaveLength(2);
		expect(svg).toContain('&lt;b&gt; &amp; c');
	});

	it('tells more series apart than it has colours', () => {
		const many = Array.from({ length: 6 }, (_, n) => ({ name: `s${n}`, points: points(n, n + 1) }));
		const looks = lossCurve(many).match(/<polyline class="[^"]+" stroke-dasharray="[^"]+"/g) ?? [];
		expect(new Set(looks).size).toBe(many.length);
	});
});
