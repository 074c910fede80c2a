import { describe, expect, it } from 'vitest';
import { placesAmongUnseen, placesByMembers, unusualMatch } from './unusual.ts';

describe('unusualMatch', () => {
	it('tells a match that is far better for the list than for everyone', () => {
		expect(unusualMatch(14, 2_100)).toEqual({ level: 'very-unusual', popularPlace: 2_100 });
		expect(unusualMatch(30, 2_100)).toEqual({ level: 'unusual', popularPlace: 2_100 });
	});

	it('is silent where it tells nothing: well-known titles, and places that lie together', () => {
		expect(unusualMatch(1, 900)).toBeNull();
		expect(unusualMatch(200, 2_100)).toBeNull();
	});
});

describe('places by members', () => {
	const places = placesByMembers([50, 900, 50, 7, 300]);

	it('begin with the best-known, equals in their order', () => {
		expect([...places]).toEqual([3, 1, 4, 5, 2]);
	});

	it('close up where something was seen', () => {
		const placeOf = placesAmongUnseen(places, [1, 2]);
		expect([4, 0, 3].map(placeOf)).toEqual([1, 2, 3]);
	});
});
