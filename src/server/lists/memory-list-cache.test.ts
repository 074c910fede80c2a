import { describe, expect, it } from 'vitest';
import { VirtualClock } from '#tests/support/virtual-clock.ts';
import { createMemoryListCache } from './memory-list-cache.ts';

describe('lists in memory', () => {
	it('are given while they are young enough, whatever the case of the name', async () => {
		const clock = new VirtualClock();
		const cache = createMemoryListCache(10, clock);
		const list = { entries: [], unresolved: 0, fetchedAt: clock.now() };
		await cache.put('mal', 'Sprout', list);
		await clock.advance(1000);
		expect(await cache.get('mal', 'sprout', 1001)).toBe(list);
		expect(await cache.get('mal', 'sprout', 1000)).toBeNull();
		expect(await cache.get('kitsu', 'sprout', 1001)).toBeNull();
	});

	it('are the latest', async () => {
		const clock = new VirtualClock();
		const cache = createMemoryListCache(2, clock);
		const list = { entries: [], unresolved: 0, fetchedAt: clock.now() };
		for (const name of ['a', 'b', 'a', 'c']) await cache.put('mal', name, list);
		const kept = ['a', 'b', 'c'].map((name) => cache.get('mal', name, 1));
		expect(await Promise.all(kept)).toEqual([list, null, list]);
	});
});
