import type { NeighbourPair } from '../atlas-data.ts';
import { MAP_COLOURS, type MapTheme } from '../colour/palettes.ts';
import type { MapLine } from '../draw/line-mesh.ts';
import type { MapPoints } from './map-points.ts';

/** Up to so many lines each one counts; from so many on they are a texture. */
const FEW = 30;
const MANY = 3000;
/** What lines are like between these: the more there are, the shorter, thinner and fainter. */
const LONGEST = { few: 1.2, many: 0.22 } as const;
const WIDTH_PX = { few: 1.6, many: 1 } as const;
const ALPHA = {
	dark: { few: 0.85, many: 0.62 },
	light: { few: 0.8, many: 0.42 },
} as const;
/** Up to this part of the longest, a line is whole. */
const WHOLE_PART = 0.15;
/** How opaque the weakest line is beside the strongest. */
const WEAKEST = 0.35;
/** The scale from which on a title's second line is whole, in a list of one pair; each further one comes closer. */
const FIRST_SCALE = 12;
const STEP = 1.5;

/**
 * Faint lines between titles of a list that are neighbours: a constellation that shows how a taste hangs together. From
 * afar each title keeps the line to its nearest one; the others come as one gets closer, later the more there are.
 *
 * @param shown 1 for titles that the filter leaves: a line needs both of its ends
 */
export function tieLines(
	ties: readonly NeighbourPair[],
	shown: Uint8Array,
	points: MapPoints,
	theme: MapTheme,
): MapLine[] {
	const { ink } = MAP_COLOURS[theme];
	const left = ties.filter(({ from, to }) => shown[from] === 1 && shown[to] === 1);
	const crowd = crowding(left.length);
	const longest = between(LONGEST, crowd);
	const width = between(WIDTH_PX, crowd);
	const strongest = left.reduce((most, { weight }) => Math.max(most, weight), 0);
	return left.flatMap(({ from, to, weight, rank }) => {
		const [start, end] = [points.placeOf(from), points.placeOf(to)];
		const local = lengthFade(distance(start.local, end.local), longest);
		const global = lengthFade(distance(start.global, end.global), longest);
		if (local === 0 && global === 0) return [];
		const strength = WEAKEST + (1 - WEAKEST) * Math.sqrt(weight / strongest);
		const alpha = strength * between(ALPHA[theme], crowd);
		const fade = { local, global, fromScale: revealScale(rank, left.length) };
		return { from: start, to: end, colour: ink, alpha: [alpha, alpha] as const, width, fade };
	});
}

/** How close so many lines are to being too many, 0–1. */
export function crowding(count: number): number {
	return Math.min(1, Math.max(0, Math.log(count / FEW) / Math.log(MANY / FEW)));
}

/** What is left of a line for its length: long ones cross what they have nothing to do with. */
export function lengthFade(length: number, longest: number): number {
	const share = (longest - length) / (longest * (1 - WHOLE_PART));
	return Math.min(1, Math.max(0, share)) ** 2;
}

/** From which scale on the line to a neighbour of this rank is whole, among so many. */
export function revealScale(rank: number, count: number): number {
	return rank === 0 ? 1 : FIRST_SCALE * Math.sqrt(count) * STEP ** (rank - 1);
}

function between({ few, many }: Readonly<Record<'few' | 'many', number>>, crowd: number): number {
	return few + (many - few) * crowd;
}

type Place = readonly [number, number];

function distance([x, y]: Place, [otherX, otherY]: Place): number {
	return Math.hypot(otherX - x, otherY - y);
}
