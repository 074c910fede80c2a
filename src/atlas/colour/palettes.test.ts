import { describe, expect, it } from 'vitest';
import { GENRE_GROUPS } from '#core/atlas/genre-groups.ts';
import { labOf, oklchToRgb, rgbToHex, type Rgb } from './oklch.ts';
import { GENRE_COLOURS, MAP_THEMES, RAMPS, rampColour } from './palettes.ts';

/** How eyes without one of the three cones see linear RGB: Machado, Oliveira and Fernandes (2009). */
const EYES = {
	protanopia: [
		0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
	],
	deuteranopia: [
		0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
	],
	tritanopia: [
		1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
	],
} as const;

const linear = (byte: number) => {
	const value = byte / 255;
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

function seen(rgb: Rgb, matrix: readonly number[]): Rgb {
	const [r, g, b] = rgb.map(linear) as [number, number, number];
	const row = (at: number) =>
		(matrix[at] ?? 0) * r + (matrix[at + 1] ?? 0) * g + (matrix[at + 2] ?? 0) * b;
	return toLab([row(0), row(3), row(6)]);
}

function toLab([r, g, b]: Rgb): Rgb {
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
	];
}

describe.each(MAP_THEMES)('the colours of the %s map', (theme) => {
	it('are one for each group of genres and one for the rest', () => {
		expect(GENRE_COLOURS[theme]).toHaveLength(GENRE_GROUPS.length + 1);
	});

	it.each(Object.entries(EYES))('tell the groups apart in %s', (_, matrix) => {
		const colours = GENRE_COLOURS[theme].map((colour) => seen(oklchToRgb(colour), matrix));
		const distances = colours.flatMap((a, at) =>
			colours.slice(at + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
		);
		// About twice what is just seen side by side.
		expect(Math.min(...distances)).toBeGreaterThan(0.04);
	});

	it.each(Object.keys(RAMPS) as (keyof typeof RAMPS)[])('order %s by lightness alone', (name) => {
		const lightness = RAMPS[name][theme].map(([value]) => value);
		const ascending = lightness.toSorted((a, b) => a - b);
		expect(lightness).toEqual(theme === 'dark' ? ascending : ascending.toReversed());
	});

	it('begin and end with the ends of a ramp', () => {
		const stops = RAMPS.years[theme];
		expect(rampColour('years', theme, -1)).toEqual(oklchToRgb(stops[0] ?? [0, 0, 0]));
		expect(rampColour('years', theme, 1)).toEqual(oklchToRgb(stops.at(-1) ?? [0, 0, 0]));
	});
});

it('converts colours that are known', () => {
	expect(rgbToHex(oklchToRgb([1, 0, 0]))).toBe('#ffffff');
	expect(rgbToHex(oklchToRgb([0.628, 0.2577, 29.23]))).toMatch(/^#(ff|fe)0/);
	expect(labOf([0.5, 0.1, 90])[2]).toBeCloseTo(0.1);
});
