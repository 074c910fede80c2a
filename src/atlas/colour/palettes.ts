import { labOf, labToRgb, oklchToRgb, type Oklch, type Rgb } from './oklch.ts';

export const MAP_THEMES = ['light', 'dark'] as const;
export type MapTheme = (typeof MAP_THEMES)[number];

/** Stops of a ramp; lightness runs one way, away from the ground, so that the order survives without hue. */
type Ramp = Readonly<Record<MapTheme, readonly Oklch[]>>;

/** Old to new: night to noon on a dark ground, dawn to night on paper. */
const YEARS: Ramp = {
	dark: [
		[0.46, 0.15, 285],
		[0.56, 0.19, 325],
		[0.67, 0.19, 10],
		[0.79, 0.15, 55],
		[0.93, 0.12, 98],
	],
	light: [
		[0.8, 0.1, 85],
		[0.7, 0.15, 55],
		[0.58, 0.19, 15],
		[0.46, 0.18, 330],
		[0.33, 0.15, 285],
	],
};

/** Bad to amazing: the site's own ramp of scores. */
const SCORES: Ramp = {
	dark: [
		[0.58, 0.14, 35],
		[0.68, 0.13, 60],
		[0.77, 0.1, 95],
		[0.85, 0.13, 130],
		[0.94, 0.12, 150],
	],
	light: [
		[0.72, 0.15, 50],
		[0.63, 0.13, 75],
		[0.54, 0.1, 110],
		[0.45, 0.1, 140],
		[0.34, 0.09, 155],
	],
};

/** Little to well known. */
const POPULARITY: Ramp = {
	dark: [
		[0.45, 0.06, 265],
		[0.62, 0.12, 235],
		[0.78, 0.12, 200],
		[0.95, 0.1, 175],
	],
	light: [
		[0.8, 0.05, 220],
		[0.66, 0.1, 225],
		[0.5, 0.13, 250],
		[0.33, 0.13, 275],
	],
};

export const RAMPS = { years: YEARS, scores: SCORES, popularity: POPULARITY } as const;
export type RampName = keyof typeof RAMPS;

/**
 * One colour for each of `GENRE_GROUPS` and for the rest, in their order. Apart in lightness where they are close in
 * hue to eyes that see fewer.
 */
export const GENRE_COLOURS: Readonly<Record<MapTheme, readonly Oklch[]>> = {
	dark: [
		[0.93, 0.15, 108],
		[0.55, 0.18, 300],
		[0.7, 0.14, 245],
		[0.74, 0.16, 355],
		[0.85, 0.14, 155],
		[0.62, 0.1, 190],
		[0.63, 0.2, 35],
		[0.8, 0.15, 75],
		[0.8, 0.03, 60],
		[0.52, 0.01, 70],
	],
	light: [
		[0.76, 0.15, 105],
		[0.42, 0.17, 300],
		[0.57, 0.15, 250],
		[0.64, 0.18, 355],
		[0.66, 0.14, 150],
		[0.46, 0.08, 190],
		[0.53, 0.19, 33],
		[0.68, 0.15, 65],
		[0.35, 0.04, 60],
		[0.78, 0.01, 70],
	],
};

/** What lies under and on the map: surface, text and accents of the site's tokens. */
export const MAP_COLOURS: Readonly<
	Record<MapTheme, Readonly<Record<'ground' | 'ink' | 'accent' | 'unknown', Rgb>>>
> = {
	dark: {
		ground: oklchToRgb([0.172, 0.007, 60]),
		ink: oklchToRgb([0.945, 0.008, 85]),
		accent: oklchToRgb([0.82, 0.135, 138]),
		unknown: oklchToRgb([0.46, 0.01, 70]),
	},
	light: {
		ground: oklchToRgb([0.975, 0.007, 85]),
		ink: oklchToRgb([0.235, 0.012, 60]),
		accent: oklchToRgb([0.45, 0.105, 145]),
		unknown: oklchToRgb([0.74, 0.01, 70]),
	},
};

/** The colour at a part of a ramp, 0–1; between stops as the eye sees it. */
export function rampColour(name: RampName, theme: MapTheme, share: number): Rgb {
	const stops = RAMPS[name][theme];
	const at = Math.min(1, Math.max(0, share)) * (stops.length - 1);
	const low = Math.min(stops.length - 2, Math.floor(at));
	const [from, to] = [stops[low], stops[low + 1]];
	if (from === undefined || to === undefined) return MAP_COLOURS[theme].unknown;
	const [a, b] = [labOf(from), labOf(to)];
	const mix = (axis: 0 | 1 | 2) => a[axis] + (b[axis] - a[axis]) * (at - low);
	return labToRgb([mix(0), mix(1), mix(2)]);
}
