import { describe, expect, it } from 'vitest';
import type { FranchiseTitle } from './franchise-titles.ts';
import { markRecaps } from './recaps.ts';

function title(malId: number, name: string, startDate: string | null): [number, FranchiseTitle] {
	const facts = { english: null, native: null, type: 'TV', members: 1 } as const;
	return [malId, { malId, title: name, startDate, ...facts }];
}

const TITLES = new Map([
	title(1, 'Aria', '2010'),
	title(2, 'Aria Recap', '2011'),
	title(3, 'Aria 3', '2012'),
	title(4, 'Aria 3 Recaps', null),
]);

describe('markRecaps', () => {
	it('tells which of two related titles retells the other', () => {
		expect(markRecaps([{ from: 1, to: 2, kind: 'related' }], TITLES)[0]?.kind).toBe('summary');
		expect(markRecaps([{ from: 4, to: 3, kind: 'related' }], TITLES)[0]?.kind).toBe('full-story');
	});

	it.each([
		['a story that came after the recap', { from: 2, to: 3, kind: 'related' }],
		['two recaps', { from: 2, to: 4, kind: 'related' }],
		['two stories', { from: 1, to: 3, kind: 'related' }],
		['a kind that a source states', { from: 1, to: 2, kind: 'other' }],
		['titles that nobody describes', { from: 1, to: 9, kind: 'related' }],
	] as const)('leaves %s alone', (_, pair) => {
		expect(markRecaps([pair], TITLES)).toEqual([pair]);
	});
});
