import type { Rgb } from '../colour/oklch.ts';
import { MAP_COLOURS, rampColour, type MapTheme } from '../colour/palettes.ts';
import type { Dot, DotKind } from '../draw/dot-mesh.ts';
import type { NeighbourPair } from '../atlas-data.ts';
import type { Overlay } from '../overlay.ts';
import type { MapPoints } from './map-points.ts';
import { colourAt } from './title-dots.ts';

/** What is marked on the map, beside the titles themselves. */
export interface Marked {
	readonly overlay: Overlay | null;
	/** A second list, told from the first by its colour alone. */
	readonly other: Overlay | null;
	readonly selected: number | null;
	readonly hovered: number | null;
	/** Titles of a route, in order. */
	readonly route: readonly number[];
	/** True neighbours among the titles of the list, between which lines are drawn. */
	readonly ties: readonly NeighbourPair[];
}

/** Least size of a mark: what is on a list shows from afar. */
const LEAST_RADIUS = 2;
/** Up to so many marks of a kind are as strong as they can be; more are fainter, or all one sees is them. */
const FEW = 40;
const FAINTEST = 0.06;
/** What their strength falls with, as a power of their number. */
const FADING = 0.65;

/** Marks, the most important first, which is on top. */
export function markDots(
	marked: Marked,
	points: MapPoints,
	colours: Uint8Array,
	theme: MapTheme,
): Dot[] {
	const { overlay, other, selected, hovered, route } = marked;
	const rings = strengthOf(overlay?.planned.length ?? 0);
	const glow = strengthOf(overlay?.seen.length ?? 0);
	const mark = (point: number, kind: DotKind, colour: Rgb, alpha = 1): Dot => ({
		...points.placeOf(point),
		colour,
		alpha,
		radius: Math.max(
			kind === 'glow' ? LEAST_RADIUS * Math.sqrt(glow) : 0,
			points.radius[point] ?? 1,
		),
		kind,
	});
	const { ink, accent } = MAP_COLOURS[theme];
	const of = (point: number | null) => (point === null ? [] : [point]);
	return [
		...of(selected).map((point) => mark(point, 'selected', colourAt(colours, point))),
		...of(hovered).map((point) => mark(point, 'ring', ink)),
		...route.map((point) => mark(point, 'ring', accent)),
		...(overlay?.recommended ?? []).map(({ point }) => mark(point, 'recommended', accent)),
		...(overlay?.planned ?? []).map((point) => mark(point, 'ring', ink, 0.75 * rings)),
		...(overlay?.seen ?? []).map(({ point, score }) =>
			mark(point, 'glow', scoreColour(score, theme), glow),
		),
		...(other?.seen ?? []).map(({ point }) => mark(point, 'ring', OTHER_LIST[theme], 0.9)),
	];
}

/** How strong each of so many marks is, 0–1. */
export function strengthOf(count: number): number {
	return Math.max(FAINTEST, Math.min(1, (FEW / Math.max(1, count)) ** FADING));
}

/** The second of two lists. */
export const OTHER_LIST: Readonly<Record<MapTheme, Rgb>> = {
	dark: [140, 190, 255],
	light: [40, 90, 190],
};

function scoreColour(score: number | null, theme: MapTheme): Rgb {
	if (score === null) return rampColour('scores', theme, 0.6);
	// Scores below 4 are all the same: not for me.
	return rampColour('scores', theme, (score - 4) / 6);
}
