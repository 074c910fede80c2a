import { GENRE_GROUPS, OTHER_GROUP } from '#core/atlas/genre-groups.ts';
import { oklchToRgb, type Rgb } from './oklch.ts';
import {
	GENRE_COLOURS,
	MAP_COLOURS,
	rampColour,
	type MapTheme,
	type RampName,
} from './palettes.ts';

/** What points can be coloured by. The last two need somebody's list. */
export const COLOURINGS = ['genre', 'year', 'score', 'popularity', 'own', 'predicted'] as const;
export type ColourBy = (typeof COLOURINGS)[number];

/** Columns by point; NaN where nobody knows. */
export interface PointFacts {
	readonly group: Uint8Array;
	readonly year: Float32Array;
	/** Mean score of all members, 1–10. */
	readonly score: Float32Array;
	readonly members: Float32Array;
	/** Scores of a list, and those that it lets expect, 1–10. */
	readonly own?: Float32Array;
	readonly predicted?: Float32Array;
}

/** One entry of the legend: a part of the points, which it can show alone. */
export interface LegendPart {
	/** Stands in addresses. */
	readonly id: string;
	readonly name: string;
	readonly colour: Rgb;
	/** Points of it. */
	readonly count: number;
}

/** What every point is painted with, and what that means. */
export interface Colouring {
	readonly by: ColourBy;
	/** Parts that have points, in order. */
	readonly parts: readonly LegendPart[];
	/** Part of each point. */
	readonly partOf: Uint8Array;
	/** Red, green and blue by point. */
	readonly colours: Uint8Array;
}

/** A part before anybody counted: what is at or above `from`, up to the next. */
interface Step {
	readonly id: string;
	readonly name: string;
	readonly from: number;
	/** Place on the ramp, 0–1, that stands for the part. */
	readonly share: number;
}

/** Which points the legend counts. */
type Counts = (point: number) => boolean;

/**
 * Which colour every point has. Domains come from the data: a new year needs no change here.
 *
 * @param counts whether the legend counts a point; parts without any are left out of it
 */
export function colourPoints(
	by: ColourBy,
	facts: PointFacts,
	theme: MapTheme,
	counts: Counts = () => true,
): Colouring {
	if (by === 'genre') return byGenre(facts, theme, counts);
	const values = by === 'popularity' ? ranks(facts.members) : (facts[by] ?? facts.score);
	const ramp = (name: RampName, domain: readonly [number, number], steps: readonly Step[]) =>
		byRamp({ by, values, ramp: name, theme, domain, steps, counts });
	if (by === 'year') return ramp('years', yearDomain(values), decades(values));
	if (by === 'popularity') return ramp('popularity', [0, 1], shares());
	return ramp('scores', by === 'score' ? [5, 9] : [4, 10], scores(by));
}

function byGenre({ group }: PointFacts, theme: MapTheme, counts: Counts): Colouring {
	const palette = GENRE_COLOURS[theme].map(oklchToRgb);
	const names = [...GENRE_GROUPS, { id: 'other', name: 'Other' }];
	const found = names.map(({ id, name }, at) => ({
		id,
		name,
		colour: palette[at] ?? MAP_COLOURS[theme].unknown,
	}));
	const partOf = group.map((at) => Math.min(at, OTHER_GROUP));
	return paint('genre', found, partOf, counts, (point) => palette[partOf[point] ?? 0]);
}

interface Ramp {
	readonly by: ColourBy;
	readonly values: Float32Array;
	readonly ramp: RampName;
	readonly theme: MapTheme;
	/** Values at the ends of the ramp. */
	readonly domain: readonly [low: number, high: number];
	readonly steps: readonly Step[];
	readonly counts: Counts;
}

function byRamp({ by, values, ramp, theme, domain, steps, counts }: Ramp): Colouring {
	const [low, high] = domain;
	const { unknown } = MAP_COLOURS[theme];
	const parts = [
		...steps.map(({ id, name, share }) => ({ id, name, colour: rampColour(ramp, theme, share) })),
		{ id: 'unknown', name: 'Unknown', colour: unknown },
	];
	const partOf = Uint8Array.from(values, (value) => {
		if (Number.isNaN(value)) return steps.length;
		return Math.max(
			0,
			steps.findLastIndex(({ from }) => value >= from),
		);
	});
	return paint(by, parts, partOf, counts, (point) => {
		const value = values[point] ?? NaN;
		if (Number.isNaN(value)) return unknown;
		return rampColour(ramp, theme, (value - low) / Math.max(1e-9, high - low));
	});
}

function paint(
	by: ColourBy,
	parts: readonly Omit<LegendPart, 'count'>[],
	partOf: Uint8Array,
	isCounted: Counts,
	colourOf: (point: number) => Rgb | undefined,
): Colouring {
	const counts = new Uint32Array(parts.length);
	partOf.forEach((part, point) => {
		if (isCounted(point)) counts[part] = (counts[part] ?? 0) + 1;
	});
	// Parts without points are left out, and the others move up.
	const kept = [...parts.keys()].filter((part) => (counts[part] ?? 0) > 0);
	const place = Uint8Array.from(parts, (_, part) => Math.max(0, kept.indexOf(part)));
	const colours = new Uint8Array(partOf.length * 3);
	for (let point = 0; point < partOf.length; point++) colours.set(colourOf(point) ?? [], point * 3);
	return {
		by,
		parts: kept.flatMap((part) => {
			const found = parts[part];
			return found === undefined ? [] : [{ ...found, count: counts[part] ?? 0 }];
		}),
		partOf: partOf.map((part) => place[part] ?? 0),
		colours,
	};
}

/** From shortly before the first decade that has a name to the newest: a handful of old titles would take half of the ramp. */
function yearDomain(years: Float32Array): readonly [number, number] {
	const known = years.filter((year) => !Number.isNaN(year)).sort();
	return [Math.max(known[0] ?? FIRST_DECADE, FIRST_DECADE - 10), known.at(-1) ?? 2020];
}

const FIRST_DECADE = 1980;

/** Decades from the eighties on, and what was before. */
function decades(years: Float32Array): Step[] {
	const [low, high] = yearDomain(years);
	const share = (year: number) => (year - low) / Math.max(1, high - low);
	const steps: Step[] = [
		{ id: 'older', name: `Before ${FIRST_DECADE}`, from: -Infinity, share: 0 },
	];
	for (let decade = FIRST_DECADE; decade <= high; decade += 10) {
		const middle = Math.min(decade + 5, (decade + high) / 2);
		steps.push({ id: `${decade}s`, name: `${decade}s`, from: decade, share: share(middle) });
	}
	return steps;
}

/** Whole scores; what is worse than the first or better than the last belongs to it. */
function scores(by: ColourBy): Step[] {
	const [low, high] = by === 'score' ? [5, 9] : [4, 10];
	const step = (from: number, id: string, name: string): Step => ({
		id,
		name,
		from,
		share: (from === -Infinity ? 0 : from + 0.5 - low) / (high - low),
	});
	return [
		step(-Infinity, 'below-5', 'Below 5'),
		step(5, '5', '5 to 6'),
		step(6, '6', '6 to 7'),
		step(7, '7', '7 to 8'),
		step(8, '8', '8 to 9'),
		step(9, '9', '9 and up'),
	];
}

/** Shares of all titles by how many people have listed them. */
function shares(): Step[] {
	return [
		{ id: 'rare', name: 'Least known half', from: -Infinity, share: 0.25 },
		{ id: 'some', name: 'Next quarter', from: 0.5, share: 0.62 },
		{ id: 'many', name: 'Best known quarter', from: 0.75, share: 0.85 },
		{ id: 'most', name: 'Best known 5 %', from: 0.95, share: 1 },
	];
}

/** Place of each value among all, 0 (least) to 1. */
function ranks(values: Float32Array): Float32Array {
	const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
	const found = new Float32Array(values.length);
	order.forEach((point, place) => (found[point] = place / Math.max(1, values.length - 1)));
	return found;
}
