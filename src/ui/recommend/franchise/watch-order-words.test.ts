import { describe, expect, it } from 'vitest';
import type { WatchOrderItem } from '#core/rank/watch-order.ts';
import {
	markWords,
	nextToWatch,
	relationWords,
	seenWords,
	shortOrder,
	type ListMark,
} from './watch-order-words.ts';

const item = (
	malId: number,
	role: WatchOrderItem['role'] = 'part',
	status?: ListMark['status'],
): WatchOrderItem => ({
	malId,
	role,
	relation: null,
	entry: status === undefined ? null : { status, score: null },
});
const own = ({ entry }: WatchOrderItem) => entry;

describe('words of a watch order', () => {
	it('tell how a title belongs', () => {
		expect([relationWords('sequel'), relationWords('summary')]).toEqual(['Continues', 'Recap of']);
	});

	it('tell what a list says', () => {
		expect(markWords({ status: 'completed', score: 85 })).toBe('Seen · 8.5');
		expect(markWords({ status: 'on-hold', score: null })).toBe('On hold');
		const items = [item(1, 'start', 'completed'), item(2, 'part', 'dropped'), item(3)];
		expect(seenWords(items, own)).toBe('1 of 3 seen');
		expect(seenWords([item(1, 'start', 'plan-to-watch')], own)).toBeNull();
	});
});

describe('nextToWatch', () => {
	it('is the start where nothing was begun, though it be planned or not come first', () => {
		expect(nextToWatch([item(1), item(2, 'start', 'plan-to-watch')], own)).toBe(2);
	});

	it('is the first part that was not begun, and never an extra', () => {
		const items = [item(1, 'start', 'completed'), item(2, 'extra'), item(3, 'part', 'dropped')];
		expect(nextToWatch([...items, item(4)], own)).toBe(4);
		expect(nextToWatch(items, own)).toBeNull();
	});
});

describe('shortOrder', () => {
	const ids = (items: readonly WatchOrderItem[]) => items.map(({ malId }) => malId);

	it('leaves extras out, but for those to keep', () => {
		const items = [item(1, 'start'), item(2, 'extra'), item(3, 'extra'), item(4, 'extra'), item(5)];
		expect(ids(shortOrder(items, new Set([3])))).toEqual([1, 3, 5]);
	});

	it('hides no single row', () => {
		const items = [item(1, 'start'), item(2, 'extra'), item(3)];
		expect(shortOrder(items, new Set())).toBe(items);
	});

	it('shows a dozen of a long one', () => {
		const items = Array.from({ length: 40 }, (_, at) => item(at + 1));
		expect(ids(shortOrder(items, new Set([30])))).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 30,
		]);
	});
});
