import { describe, expect, it } from 'vitest';
import type { LaneItem } from '#core/rank/lanes/lane.ts';
import { parseState, writeState } from '../state/url-state.ts';
import { hidingStep, showAll } from './lane-steps.ts';

const item: LaneItem = {
	malId: 1,
	predictedPlace: 1,
	match: 1,
	strength: 'good',
	predictedScore: 80,
	cold: false,
	franchiseSize: 3,
	standsFor: null,
	planned: false,
	versionOf: null,
	reason: { kind: 'film' },
};
const title = {
	malId: 1,
	title: 'One',
	english: null,
	native: null,
	type: 'TV',
	year: 2010,
} as const;

describe('showing all of a lane', () => {
	it('leads to the list with its filters beside those that are set', () => {
		const state = parseState(new URLSearchParams('r=1-8&view=shelves&tag=Drama&year=2010-'));
		expect(writeState(showAll(state, { only: { types: ['Movie'] } }))).toBe(
			'?r=1-8&tag=Drama&type=Movie&year=2010-',
		);
		expect(writeState(showAll(state, { popularity: { most: 82 } }))).toBe(
			'?r=1-8&pop=-82&tag=Drama&year=2010-',
		);
	});
});

describe('not interested in a tile', () => {
	it('hides a story that is new as a whole', () => {
		expect(hidingStep(item, title)).toEqual({ kind: 'franchise', title });
		expect(hidingStep({ ...item, franchiseSize: 1 }, title)).toEqual({ kind: 'title', title });
	});

	it('hides of what was begun or planned this title alone', () => {
		const next = { ...item, reason: { kind: 'next', place: 'after', seen: 2 } } as const;
		const season = { kind: 'season', upcoming: true, startDate: null, after: 2 } as const;
		const begun = [
			next,
			{ ...item, reason: season },
			{ ...item, planned: true },
			{ ...item, versionOf: 3 },
		];
		expect(begun.map((one) => hidingStep(one, title).kind)).toEqual(Array(4).fill('title'));
	});
});
