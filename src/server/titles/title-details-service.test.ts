import { describe, expect, it } from 'vitest';
import type { TitleDetails } from '#core/catalogue/title-details.ts';
import type { TitleCache } from '../store/store.ts';
import type { DetailsOutcome } from './details-source.ts';
import { createTitleDetails } from './title-details-service.ts';

const NOON = Date.UTC(2026, 10, 25, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NEVER = new AbortController().signal;

function details(facts: Partial<TitleDetails> = {}): TitleDetails {
	return { synopsis: 'A town.', poster: null, streaming: [], nextEpisode: null, ...facts };
}

/** A title cache that is a map. */
function titlesInMemory(now: () => number): TitleCache {
	const rows = new Map<number, { fetchedAt: number; details: TitleDetails | null }>();
	return {
		async get(malIds, maxAgeMs) {
			const found = malIds.flatMap((malId) => {
				const row = rows.get(malId);
				return row && now() - row.fetchedAt < maxAgeMs ? [[malId, row.details] as const] : [];
			});
			return new Map(found);
		},
		async put(all, fetchedAt) {
			for (const [malId, one] of all) rows.set(malId, { fetchedAt, details: one });
		},
	};
}

type Answer = DetailsOutcome | Promise<DetailsOutcome>;

/**
 * A service on a fake clock. AniList's id of a title is its MyAnimeList id and 1,000; from 900 on titles are in no
 * catalogue.
 */
function serving(
	answer: (anilistIds: readonly number[]) => Answer,
	mode: 'auto' | 'on' | 'off' = 'auto',
) {
	const clock = { ms: NOON };
	const room = { left: true };
	const queries: (readonly number[])[] = [];
	const now = () => clock.ms;
	const service = createTitleDetails({
		mode,
		source: async (anilistIds) => {
			queries.push(anilistIds);
			return answer(anilistIds);
		},
		takeLeave: () => room.left,
		titles: titlesInMemory(now),
		anilistIdOf: (malId) => (malId < 900 ? malId + 1000 : null),
		now,
	});
	const get = async (...malIds: number[]) => [...(await service.get(malIds, NEVER)).entries()];
	return { service, clock, room, queries, get };
}

/** Details for every title asked for. */
const everything = (anilistIds: readonly number[]): DetailsOutcome => ({
	ok: true,
	details: new Map(anilistIds.map((id) => [id, details()])),
});
const ids = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

describe('createTitleDetails', () => {
	it('asks once in seven days', async () => {
		const { get, clock, queries } = serving(everything);
		expect(await get(1, 2)).toEqual([
			[1, details()],
			[2, details()],
		]);
		clock.ms += 7 * DAY - 1;
		await get(1, 2);
		expect(queries).toEqual([[1001, 1002]]);
		clock.ms += 1;
		await get(1);
		expect(queries).toEqual([[1001, 1002], [1001]]);
	});

	it('asks only for what it does not know, and nothing twice at a time', async () => {
		const { get, queries } = serving(everything);
		await get(1);
		await Promise.all([get(1, 2, 3), get(2, 3, 4)]);
		expect(queries).toEqual([[1001], [1002, 1003, 1004]]);
	});

	it('remembers that AniList knows nothing of a title', async () => {
		const { get, queries } = serving(() => ({ ok: true, details: new Map() }));
		expect(await get(1)).toEqual([[1, null]]);
		expect(await get(1)).toEqual([[1, null]]);
		expect(queries).toHaveLength(1);
	});

	it('asks for no title that the catalogue does not lead to', async () => {
		const { get, queries } = serving(everything);
		expect(await get(900, 901)).toEqual([
			[900, null],
			[901, null],
		]);
		expect(queries).toEqual([]);
	});

	it('sends one query at a time, of fifty titles at most', async () => {
		const open: (() => void)[] = [];
		const { service, queries } = serving(async (asked) => {
			await new Promise<void>((resolve) => open.push(resolve));
			return everything(asked);
		});
		const all = [ids(1, 40), ids(31, 40)].map((malIds) => service.get(malIds, NEVER));
		await settled();
		expect(queries.map((asked) => asked.length)).toEqual([50]);
		open[0]?.();
		await settled();
		expect(queries.map((asked) => asked.length)).toEqual([50, 20]);
		open[1]?.();
		expect((await Promise.all(all)).map((found) => found.size)).toEqual([40, 40]);
	});

	it('sends no more than twenty queries a minute, and does without at once', async () => {
		const { get, clock, queries } = serving(everything);
		for (const malId of ids(1, 20)) await get(malId);
		expect(await get(21, 20)).toEqual([[20, details()]]);
		clock.ms += MINUTE;
		expect(await get(21)).toEqual([[21, details()]]);
		expect(queries).toHaveLength(21);
	});

	it('does without where lists leave no room, and asks again', async () => {
		const { get, room, queries } = serving(everything);
		room.left = false;
		expect(await get(1)).toEqual([]);
		room.left = true;
		expect(await get(1)).toEqual([[1, details()]]);
		expect(queries).toHaveLength(1);
	});

	it('lets only so many titles wait', async () => {
		const { service } = serving(() => new Promise<never>(() => {}));
		void service.get(ids(1, 200), NEVER);
		await settled();
		expect((await service.get([201], NEVER)).size).toBe(0);
	});

	it.each([
		['auto', 5 * MINUTE],
		['on', 15_000],
	] as const)('after a failure waits when it is %s', async (mode, pauseMs) => {
		const outcomes: DetailsOutcome[] = [{ ok: false, waitMs: 0 }];
		const { get, clock, queries } = serving((asked) => outcomes.shift() ?? everything(asked), mode);
		expect(await get(1)).toEqual([]);
		clock.ms += pauseMs - 1;
		expect(await get(1, 2)).toEqual([]);
		expect(queries).toHaveLength(1);
		clock.ms += 1;
		expect(await get(1)).toEqual([[1, details()]]);
	});

	it('leaves AniList alone for as long as it asks for', async () => {
		const outcomes: DetailsOutcome[] = [{ ok: false, waitMs: 30 * MINUTE }];
		const { get, clock, queries } = serving((asked) => outcomes.shift() ?? everything(asked));
		await get(1);
		clock.ms += 30 * MINUTE - 1;
		await get(1);
		expect(queries).toHaveLength(1);
		clock.ms += 1;
		await get(1);
		expect(queries).toHaveLength(2);
	});

	it('gives what it has when nobody waits any longer, and learns the rest', async () => {
		let answer = () => {};
		let slow = false;
		const { service, get, queries } = serving(async (asked) => {
			if (slow) await new Promise<void>((resolve) => (answer = resolve));
			return everything(asked);
		});
		await get(1);
		slow = true;
		const leaving = new AbortController();
		const found = service.get([1, 2], leaving.signal);
		await settled();
		leaving.abort();
		expect([...(await found).keys()]).toEqual([1]);
		answer();
		await settled();
		expect(await get(2)).toEqual([[2, details()]]);
		expect(queries).toHaveLength(2);
	});

	it('asks anew once an episode has aired, once an hour, and announces nothing that is past', async () => {
		const nextEpisode = { number: 8, airsAt: NOON + DAY };
		const airing: DetailsOutcome = {
			ok: true,
			details: new Map([[1001, details({ nextEpisode })]]),
		};
		const { get, clock, queries } = serving(() => airing);
		expect(await get(1)).toEqual([[1, details({ nextEpisode })]]);
		clock.ms = nextEpisode.airsAt - 1;
		await get(1);
		expect(queries).toHaveLength(1);
		clock.ms += 1;
		expect(await get(1)).toEqual([[1, details()]]);
		clock.ms += 60 * MINUTE - 1;
		expect(await get(1)).toEqual([[1, details()]]);
		expect(queries).toHaveLength(2);
		clock.ms += 1;
		await get(1);
		expect(queries).toHaveLength(3);
	});

	it('shows what it had where it can not ask anew', async () => {
		const nextEpisode = { number: 8, airsAt: NOON + DAY };
		const outcomes: DetailsOutcome[] = [
			{ ok: true, details: new Map([[1001, details({ nextEpisode })]]) },
			{ ok: false, waitMs: 0 },
		];
		const { get, clock } = serving((asked) => outcomes.shift() ?? everything(asked));
		await get(1);
		clock.ms += 2 * DAY;
		expect(await get(1)).toEqual([[1, details()]]);
	});

	it('asks nobody when it is off', async () => {
		const { service, get, queries } = serving(everything, 'off');
		expect([service.on, await get(1), queries]).toEqual([false, [], []]);
	});
});

/** Everything that waits for nothing has happened. */
function settled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
