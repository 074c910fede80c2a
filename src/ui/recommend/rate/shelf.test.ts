import { describe, expect, it } from 'vitest';
import { Shelf, SHELF_SIZE } from './shelf.svelte.ts';
import type { ShelfGroup, ShelfTitle } from './shelf-title.ts';

const title = (malId: number): ShelfTitle => ({
	malId,
	title: `Title ${malId}`,
	english: null,
	native: null,
	type: 'TV',
	year: 2010,
	poster: null,
	genres: [],
	themes: [],
	demographics: [],
});

const groupOf = (group: string, from: number, count: number): ShelfGroup => ({
	group,
	titles: Array.from({ length: count }, (_, index) => title(from + index)),
});

function shelfOf(count: number, load: (group: string) => Promise<ShelfGroup> = never) {
	const rated = new Set<number>();
	const start = groupOf('first', 1, count);
	const shelf = new Shelf({ start, load, isRated: (malId) => rated.has(malId) });
	return { shelf, rated, shown: () => shelf.shown.map(({ malId }) => malId) };
}

const never = () => Promise.reject(new Error('nothing is to be fetched here'));
const range = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('shelf of well-known titles', () => {
	it('shows ten, keeps rated ones in place, and leaves them out afterwards', () => {
		const { shelf, rated, shown } = shelfOf(25);
		expect(shown()).toEqual(range(1, SHELF_SIZE));
		rated.add(3);
		expect(shown()).toEqual(range(1, SHELF_SIZE));
		rated.add(12);
		shelf.next();
		expect(shown()).toEqual([11, ...range(13, 21)]);
		shelf.next();
		expect(shown()).toEqual(range(22, 25));
	});

	it('puts the next title where one was not seen', () => {
		const { shelf, shown } = shelfOf(11);
		shelf.passBy(2);
		expect(shown()).toEqual([1, 11, ...range(3, 10)]);
		shelf.passBy(11);
		expect(shown()).toEqual([1, ...range(3, 10)]);
	});

	it('ends, and starts over with all that was not rated', () => {
		const { shelf, rated, shown } = shelfOf(5);
		rated.add(1);
		shelf.next();
		expect(shown()).toEqual([]);
		shelf.startOver();
		expect(shown()).toEqual(range(2, 5));
	});

	it('fetches another group once, and shows only the one that is wanted now', async () => {
		const fetched: string[] = [];
		const { shelf, shown } = shelfOf(5, async (group) => {
			fetched.push(group);
			return groupOf(group, group === 'films' ? 100 : 200, 2);
		});
		const films = shelf.turnTo('films');
		expect(shelf.status).toBe('loading');
		const comedy = shelf.turnTo('comedy');
		await Promise.all([films, comedy]);
		expect(shown()).toEqual([200, 201]);
		await shelf.turnTo('films');
		expect(shown()).toEqual([100, 101]);
		expect(fetched).toEqual(['films', 'comedy']);
	});

	it('says that a group did not come, and fetches it when asked again', async () => {
		let online = false;
		const { shelf, shown } = shelfOf(5, async (group) => {
			if (!online) throw new TypeError('Failed to fetch');
			return groupOf(group, 100, 2);
		});
		await shelf.turnTo('films');
		expect(shelf.status).toBe('failed');
		online = true;
		await shelf.turnTo('films');
		expect(shown()).toEqual([100, 101]);
	});
});
