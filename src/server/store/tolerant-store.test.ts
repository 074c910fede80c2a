import { describe, expect, it } from 'vitest';
import { datedList } from '#tests/support/site-list.ts';
import type { Store } from './store.ts';
import { tolerant } from './tolerant-store.ts';

/** A store whose database is away. Like PostgreSQL's, its errors quote rows. */
function failingStore(): Store {
	const fail = () =>
		Promise.reject(Object.assign(new Error('(site, name)=(mal, hana)'), { code: '57P01' }));
	return {
		lists: { get: fail, put: fail },
		titles: { get: fail, put: fail },
		purge: fail,
		close: fail,
	};
}

describe('tolerant', () => {
	it('finds nothing in a store that fails, and throws nothing', async () => {
		const store = tolerant(failingStore(), { onTrouble: () => {}, now: () => 0 });
		expect(await store.lists.get('mal', 'hana', 1)).toBeNull();
		expect(await store.titles.get([1], 1)).toEqual(new Map());
		await store.lists.put('mal', 'hana', datedList(1, 0));
		await store.titles.put(new Map(), 0);
		await store.purge();
		await store.close();
	});

	it('tells of trouble once a minute, with a code and no row', async () => {
		const clock = { ms: 0 };
		const told: unknown[][] = [];
		const store = tolerant(failingStore(), {
			onTrouble: (...all) => void told.push(all),
			now: () => clock.ms,
		});
		await store.purge();
		clock.ms = 59_999;
		await store.lists.get('mal', 'hana', 1);
		expect(told).toEqual([['57P01']]);
		clock.ms = 60_000;
		await store.lists.get('mal', 'hana', 1);
		expect(told).toEqual([['57P01'], ['57P01']]);
	});
});
