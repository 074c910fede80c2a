import { describe, expect, test } from 'vitest';
import { drawBarChart } from './bar-chart.ts';
import { drawCalibrationCurve } from './calibration-curve.ts';

const numbersOf = (svg: string, pattern: RegExp) =>
	[...svg.matchAll(pattern)].map(([, number]) => Number(number));

describe('drawBarChart', () => {
	const svg = drawBarChart({
		title: 'A < B',
		series: ['all'],
		groups: [
			{ label: 'half', bars: [{ mean: 0.2 }] },
			{ label: 'whole', bars: [{ mean: 0.4, low: 0.3, high: 0.4 }] },
		],
	});

	test('draws bars from zero, as long as their numbers', () => {
		const [half, whole] = numbersOf(svg, /<rect x="240" y="\d+" width="([\d.]+)" height="12"/g);
		expect(half).toBeCloseTo((whole ?? 0) / 2, 1);
	});

	test('draws an interval only where there is one, and escapes text', () => {
		expect(svg.match(/<line/g)).toHaveLength(1);
		expect(svg).toContain('<title>A &lt; B</title>');
		expect(svg).not.toMatch(/NaN|undefined/);
	});
});

describe('drawCalibrationCurve', () => {
	const bins = [
		{ predicted: 7, actual: 7, count: 4 },
		{ predicted: 8, actual: 7.5, count: 1 },
	];
	const svg = drawCalibrationCurve('Calibration', bins);

	test('puts right predictions on the diagonal', () => {
		const [x] = numbersOf(svg, /cx="([\d.]+)"/g);
		const [y] = numbersOf(svg, /cy="([\d.]+)"/g);
		expect(x).toBeCloseTo(400 - (y ?? 0), 1);
	});

	test('draws areas by the number of scores', () => {
		const [first, second] = numbersOf(svg, / r="([\d.]+)"/g);
		expect(first).toBeCloseTo(2 * (second ?? 0), 1);
		expect(drawCalibrationCurve('Empty', [])).not.toMatch(/NaN|Infinity/);
	});
});
