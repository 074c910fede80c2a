import { describe, expect, it } from 'vitest';
import { colourPoints, type PointFacts } from './colouring.ts';
import { oklchToRgb } from './oklch.ts';
import { GENRE_COLOURS, MAP_COLOURS, RAMPS } from './palettes.ts';

const FACTS: PointFacts = {
	group: Uint8Array.of(1, 9, 1, 4),
	year: Float32Array.of(1963, 1998, 2031, NaN),
	score: Float32Array.of(8.7, 4.2, NaN, 9.1),
	members: Float32Array.of(4_000_000, 30, 200, 10),
	own: Float32Array.of(10, NaN, NaN, 5),
};
const names = (by: Parameters<typeof colourPoints>[0]) =>
	colourPoints(by, FACTS, 'dark').parts.map(({ name, count }) => `${name}: ${count}`);

describe('colouring points', () => {
	it('by genre gives each group its own colour and leaves out those without titles', () => {
		const { parts, partOf, colours } = colourPoints('genre', FACTS, 'dark');
		expect(parts.map(({ id }) => id)).toEqual(['mystery', 'everyday', 'other']);
		expect([...partOf]).toEqual([0, 2, 0, 1]);
		expect([...colours.subarray(0, 3)]).toEqual(oklchToRgb(GENRE_COLOURS.dark[1] ?? [0, 0, 0]));
	});

	it('by year takes its domain from the data, in which the newest year is the end of the ramp', () => {
		expect(names('year')).toEqual(['Before 1980: 1', '1990s: 1', '2030s: 1', 'Unknown: 1']);
		const { colours } = colourPoints('year', FACTS, 'light');
		const newest = RAMPS.years.light.at(-1) ?? [0, 0, 0];
		expect([...colours.subarray(6, 9)]).toEqual(oklchToRgb(newest));
		expect([...colours.subarray(9)]).toEqual(MAP_COLOURS.light.unknown);
	});

	it('by score, of everybody or of a list', () => {
		expect(names('score')).toEqual(['Below 5: 1', '8 to 9: 1', '9 and up: 1', 'Unknown: 1']);
		expect(names('own')).toEqual(['5 to 6: 1', '9 and up: 1', 'Unknown: 2']);
	});

	it('by popularity goes by place, so that the many rare titles differ', () => {
		expect(names('popularity')).toEqual([
			'Least known half: 2',
			'Next quarter: 1',
			'Best known 5 %: 1',
		]);
	});
});
