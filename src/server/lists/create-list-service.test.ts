import { describe, expect, it } from 'vitest';
import type { SiteList } from '#core/profile/site-list.ts';
import type { ListSource, SourceOutcome } from '#server/sources/list-source.ts';
import type { ListCache } from '#server/store/store.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';
import { createListService, type ListServiceLimits } from './create-list-service.ts';
import type { ListRequest } from './list-service.ts';
import { createMemoryListCache } from '#tests/support/memory-list-cache.ts';

const MINUTE_MS = 60_000;
const LATENCY_MS = 100;

/** A list whose length tells which answer it was. */
const listOf = (unresolved: number): SiteList => ({ entries: [], unresolved });

/** A site that answers after a while, and what it was asked. */
class ScriptedSource implements ListSource {
	readonly site = 'anilist';
	readonly asked: string[] = [];
	calledOff = 0;
	inside = 0;
	mostInside = 0;
	outcome: (count: number) => SourceOutcome = (count) => ({ ok: true, list: listOf(count) });
	latencyMs = LATENCY_MS;
	readonly #clock: VirtualClock;

	constructor(clock: VirtualClock) {
		this.#clock = clock;
	}

	async fetchList(name: string, signal: AbortSignal): Promise<SourceOutcome> {
		const count = this.asked.push(name);
		this.mostInside = Math.max(this.mostInside, ++this.inside);
		await this.#clock.sleep(this.latencyMs, signal);
		this.inside--;
		if (!signal.aborted) return this.outcome(count);
		this.calledOff++;
		return { ok: false, reason: 'cancelled' };
	}
}

function service(
	limits: Partial<ListServiceLimits> = {},
	changed: { cache?: ListCache; cacheMs?: number } = {},
) {
	const clock = new VirtualClock();
	const source = new ScriptedSource(clock);
	const cacheErrors: unknown[] = [];
	const lists = createListService({
		sources: [source],
		cache: createMemoryListCache(100, clock),
		clock,
		cacheMs: 10 * MINUTE_MS,
		onCacheError: (error) => cacheErrors.push(error),
		limits,
		...changed,
	});
	const get = (name: string, request: Partial<ListRequest> = {}) =>
		lists.get({ site: 'anilist', name, ...request });
	const run = (name: string, request: Partial<ListRequest> = {}) => clock.run(get(name, request));
	return { clock, source, cacheErrors, lists, get, run };
}

const listed = (count: number, fetchedAt: number) => ({
	ok: true,
	list: { ...listOf(count), fetchedAt },
});
const failure = (reason: string) => ({ ok: false, reason });

describe('list service', () => {
	it('dates lists and keeps them for ten minutes', async () => {
		const { clock, source, run } = service();
		const first = await run('Sprout');
		const fetchedAt = clock.now();
		expect(first).toEqual(listed(1, fetchedAt));
		await clock.advance(10 * MINUTE_MS - 1);
		expect(await run(' sPROUT ')).toEqual(listed(1, fetchedAt));
		await clock.advance(1);
		expect(await run('sprout')).toEqual(listed(2, fetchedAt + 10 * MINUTE_MS + LATENCY_MS));
		expect(source.asked).toEqual(['Sprout', 'sprout']);
	});

	it('asks once for all who want a list at the same time', async () => {
		const { clock, source, get } = service();
		const outcomes = ['name', 'NAME', ' name'].map((name) => get(name));
		await clock.settle();
		outcomes.push(get('name', { refresh: true }));
		const all = await clock.run(Promise.all(outcomes));
		expect(all).toEqual(Array.from({ length: 4 }, () => listed(1, clock.now())));
		expect(source.asked).toEqual(['name']);
	});

	it('stays within 50 requests when 200 visitors ask for 50 lists at once', async () => {
		const { clock, source, get } = service({ mostAtOnce: 4 });
		const outcomes = Array.from({ length: 200 }, (_, k) => get(`name ${k % 50}`));
		const all = await clock.run(Promise.all(outcomes));
		expect(all.filter(({ ok }) => ok)).toHaveLength(200);
		expect([source.asked.length, source.mostInside]).toEqual([50, 4]);
	});

	it('asks once at a time even where lists are not kept', async () => {
		const { clock, source, get, run } = service({}, { cacheMs: 0 });
		const outcomes = [get('name'), get('name'), get('name')];
		const all = await clock.run(Promise.all(outcomes));
		expect(all).toEqual(Array.from({ length: 3 }, () => listed(1, clock.now())));
		await run('name');
		expect(source.asked).toHaveLength(2);
	});

	it('refreshes lists that are older than a minute', async () => {
		const { clock, run } = service();
		await run('name');
		const fetchedAt = clock.now();
		await clock.advance(MINUTE_MS - 1);
		expect(await run('name', { refresh: true })).toEqual(listed(1, fetchedAt));
		await clock.advance(1);
		const refreshed = listed(2, fetchedAt + MINUTE_MS + LATENCY_MS);
		expect(await run('name', { refresh: true })).toEqual(refreshed);
		expect(await run('name')).toEqual(refreshed);
	});

	it('refreshes beside somebody who takes the list from the cache', async () => {
		const { clock, source, get, run } = service();
		await run('name');
		await clock.advance(2 * MINUTE_MS);
		const outcomes = [get('name'), get('name', { refresh: true }), get('name', { refresh: true })];
		const all = await clock.run(Promise.all(outcomes));
		expect(all.map((outcome) => outcome.ok && outcome.list.unresolved)).toEqual([1, 2, 2]);
		expect(source.asked).toHaveLength(2);
	});

	it('goes on for those who stay and stops when all have left', async () => {
		const { clock, source, get } = service();
		const leaving = [new AbortController(), new AbortController()];
		const outcomes = leaving.map(({ signal }) => get('name', { signal }));
		await clock.settle();
		leaving[0]?.abort();
		expect(await outcomes[0]).toEqual(failure('cancelled'));
		expect(source.calledOff).toBe(0);
		leaving[1]?.abort();
		expect(await outcomes[1]).toEqual(failure('cancelled'));
		// Whoever comes right after is not served from what was called off.
		const next = get('name');
		await clock.settle();
		expect(source.calledOff).toBe(1);
		expect(await clock.run(next)).toEqual(listed(2, clock.now()));
		expect(clock.sleepers).toBe(0);
		const signal = AbortSignal.abort();
		expect(await get('other', { signal })).toEqual(failure('cancelled'));
		expect(source.asked).toEqual(['name', 'name']);
	});

	it('takes those who left out of the queue', async () => {
		const { clock, source, get } = service({ mostAtOnce: 1 });
		const leaving = new AbortController();
		const first = get('one');
		const second = get('two', { signal: leaving.signal });
		await clock.settle();
		leaving.abort();
		expect(await second).toEqual(failure('cancelled'));
		await clock.run(Promise.all([first, get('three')]));
		expect(source.asked).toEqual(['one', 'three']);
	});

	it('says when to come back where too many wait', async () => {
		const { clock, get } = service({ mostAtOnce: 1, mostWaiting: 1 });
		const outcomes = ['one', 'two'].map((name) => get(name));
		await clock.settle();
		expect(await get('three')).toEqual({ ok: false, reason: 'rate-limited', retryAfterS: 15 });
		expect((await clock.run(Promise.all(outcomes))).map(({ ok }) => ok)).toEqual([true, true]);
	});

	it('gives up on a site that takes too long', async () => {
		const { clock, source, run } = service({ timeoutMs: 5000 });
		source.latencyMs = 10_000;
		expect(await run('name')).toEqual(failure('source-down'));
		expect([source.calledOff, clock.sleepers]).toEqual([1, 0]);
	});

	it.each(['source-down', 'source-changed', 'empty-list'] as const)(
		'does not keep %s',
		async (reason) => {
			const { source, run } = service();
			source.outcome = (count) =>
				count === 1 ? { ok: false, reason } : { ok: true, list: listOf(count) };
			expect(await run('name')).toEqual(failure(reason));
			expect((await run('name')).ok).toBe(true);
		},
	);

	it.each(['no-such-user', 'private-list'] as const)('keeps %s for a moment', async (reason) => {
		const { clock, source, run } = service();
		source.outcome = () => ({ ok: false, reason });
		await run('name');
		expect(await run('NAME')).toEqual(failure(reason));
		expect(source.asked).toHaveLength(1);
		await run('name', { refresh: true });
		expect(source.asked).toHaveLength(2);
		await clock.advance(30_000);
		await run('name');
		expect(source.asked).toHaveLength(3);
	});

	it.each(['', ' ', 'x'.repeat(65), 'a\0b'])('asks nobody for %j', async (name) => {
		const { source, run } = service();
		expect(await run(name)).toEqual(failure('invalid-name'));
		expect(source.asked).toEqual([]);
	});

	it('knows which sites can be asked', async () => {
		const { lists, run } = service();
		expect([lists.isOn('anilist'), lists.isOn('mal')]).toEqual([true, false]);
		expect(await run('name', { site: 'mal' })).toEqual(failure('source-off'));
	});

	it('does without a cache that is broken', async () => {
		const broken = () => Promise.reject(new Error('disk full'));
		const { clock, cacheErrors, run } = service({}, { cache: { get: broken, put: broken } });
		expect(await run('name')).toEqual(listed(1, clock.now()));
		expect(cacheErrors).toHaveLength(2);
	});
});
