import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TitleDetails } from '#core/catalogue/title-details.ts';
import { packList } from '#server/store/packed-list.ts';
import type { StoreLimits } from '#server/store/limits.ts';
import type { Store } from '#server/store/store.ts';
import { datedList, siteEntry } from '#tests/support/site-list.ts';

/** One kind of store. */
export interface StoreCase {
	readonly name: string;
	/** Why it can't be tested here; undefined where it can. */
	readonly skipped?: string | undefined;
	/** Opens an empty store, as often as it is asked to; all are closed before the next test. */
	readonly open: (limits: StoreLimits, now: () => number) => Promise<Store>;
	readonly before?: () => Promise<void>;
	readonly after?: () => Promise<void>;
}

const NOON = Date.UTC(2026, 10, 25, 12);
const MINUTE = 60_000;

const LIMITS: StoreLimits = {
	listLifetimeMs: 10 * MINUTE,
	mostLists: 3,
	mostListBytes: 1_000_000,
	titleLifetimeMs: 7 * 24 * 60 * MINUTE,
	mostTitles: 2,
};

const DETAILS: TitleDetails = {
	synopsis: 'A notebook.\n\n「死」 and a name.',
	poster: 'https://img.example/1535.jpg',
	streaming: [{ site: 'Somewhere', url: 'https://stream.example/death-note' }],
	nextEpisode: { number: 13, airsAt: NOON },
};

/** What every {@link Store} must do; call it once for each implementation. */
export function describeStore({ name, skipped, open, before, after }: StoreCase): void {
	// oxlint-disable-next-line vitest/no-disabled-tests -- not everybody has a database server; CI must
	describe.skipIf(skipped)(`${name}${skipped ? ` (skipped: ${skipped})` : ''}`, () => {
		const clock = { ms: NOON };
		let store: Store;
		const opened = async (limits: Partial<StoreLimits> = {}) => {
			store = await open({ ...LIMITS, ...limits }, () => clock.ms);
			return store;
		};
		const names = async (...asked: string[]) => {
			const lists = await Promise.all(
				asked.map((one) => store.lists.get('mal', one, LIMITS.listLifetimeMs)),
			);
			return asked.filter((_, index) => lists[index] !== null);
		};

		beforeAll(() => before?.());
		afterAll(() => after?.());
		beforeEach(async () => {
			clock.ms = NOON;
			await opened();
			return () => store.close();
		});

		it('gives a list back as it was put, whatever the case of the name', async () => {
			const list = {
				entries: [
					siteEntry({ malId: 1535, score: 95, startedOn: '2013', finishedOn: null }),
					siteEntry({ malId: 9253, score: null, status: 'plan-to-watch', progress: 0 }),
				],
				unresolved: 3,
				fetchedAt: NOON,
			};
			await store.lists.put('anilist', 'Hana_Ö', list);
			expect(await store.lists.get('anilist', 'hANA_ö', MINUTE)).toEqual(list);
		});

		it('keeps the sites apart and has no list that was not put', async () => {
			await store.lists.put('mal', 'hana', datedList(1, NOON));
			expect(await store.lists.get('kitsu', 'hana', MINUTE)).toBeNull();
			expect(await store.lists.get('mal', 'han', MINUTE)).toBeNull();
		});

		it('gives no list that is as old as asked or older', async () => {
			await store.lists.put('mal', 'hana', datedList(2, NOON));
			clock.ms = NOON + MINUTE - 1;
			expect((await store.lists.get('mal', 'hana', MINUTE))?.fetchedAt).toBe(NOON);
			clock.ms = NOON + MINUTE;
			expect(await store.lists.get('mal', 'hana', MINUTE)).toBeNull();
			expect(await store.lists.get('mal', 'hana', MINUTE + 1)).not.toBeNull();
		});

		it('replaces a list by a later one, never by an earlier one', async () => {
			await store.lists.put('mal', 'hana', datedList(1, NOON));
			await store.lists.put('mal', 'HANA', datedList(2, NOON + 5));
			await store.lists.put('mal', 'hana', datedList(3, NOON + 4));
			const found = await store.lists.get('mal', 'hana', MINUTE);
			expect([found?.entries.length, found?.fetchedAt]).toEqual([2, NOON + 5]);
		});

		it('removes lists that are too old, also such from the future', async () => {
			await store.lists.put('mal', 'old', datedList(1, NOON - 10 * MINUTE));
			await store.lists.put('mal', 'young', datedList(1, NOON - 10 * MINUTE + 1));
			await store.lists.put('mal', 'ahead', datedList(1, NOON + 10 * MINUTE));
			await store.purge();
			clock.ms = NOON - 1;
			expect(await names('old', 'young', 'ahead')).toEqual(['young']);
		});

		it('keeps the youngest lists within the number', async () => {
			for (const [age, one] of ['a', 'b', 'c', 'd', 'e'].entries()) {
				await store.lists.put('mal', one, datedList(1, NOON - age));
			}
			await store.purge();
			expect(await names('a', 'b', 'c', 'd', 'e')).toEqual(['a', 'b', 'c']);
		});

		it('keeps the youngest lists within the bytes', async () => {
			const { length } = await packList(datedList(1, NOON));
			await store.close();
			await opened({ mostListBytes: 2 * length });
			await store.lists.put('mal', 'a', datedList(1, NOON - 2));
			await store.lists.put('mal', 'b', datedList(1, NOON - 1));
			await store.lists.put('mal', 'c', datedList(1, NOON));
			await store.purge();
			expect(await names('a', 'b', 'c')).toEqual(['b', 'c']);
		});

		it('keeps the limits without a purge too, some lists later', async () => {
			for (let number = 0; number < 100; number++) {
				await store.lists.put('mal', `user-${number}`, datedList(1, NOON + number));
			}
			expect(await names('user-96', 'user-97', 'user-98', 'user-99')).toEqual([
				'user-97',
				'user-98',
				'user-99',
			]);
		});

		it('removes any number of lists', async () => {
			const users = Array.from({ length: 120 }, (_, number) => `user-${number}`);
			await store.close();
			await opened({ mostLists: 1_000 });
			for (const user of users) await store.lists.put('mal', user, datedList(1, NOON));
			expect(await names(...users)).toEqual(users);
			clock.ms = NOON + LIMITS.listLifetimeMs;
			await store.purge();
			clock.ms = NOON;
			expect(await names(...users)).toEqual([]);
		});

		it('gives details of titles back, and that there are none', async () => {
			await store.titles.put(new Map([[1535, DETAILS]]), NOON);
			await store.titles.put(new Map([[20, null]]), NOON);
			const found = await store.titles.get([1535, 20, 21], MINUTE);
			expect([...found].sort(([a], [b]) => a - b)).toEqual([
				[20, null],
				[1535, DETAILS],
			]);
			clock.ms = NOON + MINUTE;
			expect((await store.titles.get([1535, 20], MINUTE)).size).toBe(0);
		});

		it('replaces details by later ones', async () => {
			await store.titles.put(new Map([[1535, DETAILS]]), NOON);
			await store.titles.put(new Map([[1535, { ...DETAILS, synopsis: null }]]), NOON + 1);
			const found = await store.titles.get([1535], MINUTE);
			expect(found.get(1535)?.synopsis).toBeNull();
		});

		it('takes and gives nothing', async () => {
			await store.titles.put(new Map(), NOON);
			expect((await store.titles.get([], MINUTE)).size).toBe(0);
		});

		it('removes details that are too old and the oldest beyond the number', async () => {
			const { titleLifetimeMs } = LIMITS;
			await store.titles.put(new Map([[1, null]]), NOON - titleLifetimeMs);
			await store.titles.put(new Map([[2, null]]), NOON - 2);
			await store.titles.put(new Map([[3, null]]), NOON - 1);
			await store.titles.put(new Map([[4, null]]), NOON);
			await store.purge();
			const found = await store.titles.get([1, 2, 3, 4], 2 * titleLifetimeMs);
			expect([...found.keys()].sort()).toEqual([3, 4]);
		});

		it('takes many lists at once', async () => {
			await store.close();
			await opened({ mostLists: 1_000 });
			const numbers = Array.from({ length: 60 }, (_, number) => number);
			await Promise.all(
				numbers.map((number) => store.lists.put('mal', `user-${number}`, datedList(50, NOON))),
			);
			const users = numbers.map((number) => `user-${number}`);
			expect(await names(...users)).toEqual(users);
		});
	});
}
