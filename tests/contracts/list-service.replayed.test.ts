import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { LIST_SITES, type ListSite } from '#core/profile/site-list.ts';
import { readBundle } from '#server/bundle.ts';
import { systemClock } from '#server/clock.ts';
import { createListService } from '#server/lists/create-list-service.ts';
import { createSiteClients, type SiteClients } from '#server/sources/site-clients.ts';
import { createStore } from '#server/store/create-store.ts';
import type { Store } from '#server/store/store.ts';
import { loopbackFetch } from '#tests/support/loopback-fetch.ts';
import { impatientClients, upstreamSources } from '#tests/support/upstreams/upstream-sources.ts';
import { startUpstreams, type Upstreams } from '#tests/support/upstreams/upstreams.ts';

let catalogue: Catalogue;
let upstreams: Upstreams;
let store: Store;
let dataDir: string;

beforeAll(async () => {
	({ catalogue } = await readBundle('bundle', []));
	upstreams = await startUpstreams({ catalogue });
});
afterAll(() => upstreams.stop());
beforeEach(async () => {
	upstreams.reset();
	dataDir = await mkdtemp(join(tmpdir(), 'sprout-lists-'));
	store = await createStore({
		dataDir,
		now: Date.now,
		warn(message) {
			throw new Error(message);
		},
	});
});
afterEach(async () => {
	await store.close();
	await rm(dataDir, { recursive: true });
});

const serviceWith = (clients: SiteClients) =>
	createListService({
		sources: upstreamSources(upstreams, catalogue, clients),
		cache: store.lists,
		clock: systemClock,
		cacheMs: 600_000,
		onCacheError: (error) => {
			throw error;
		},
	});

const clientsOfTheSite = () =>
	createSiteClients({ fetch: loopbackFetch, clock: systemClock, random: () => 0.5 });

/** `count` lists on the sites in turn. */
const requests = (count: number, sites: readonly ListSite[]) =>
	Array.from({ length: count }, (_, number) => ({
		site: sites[number % sites.length] ?? 'mal',
		name: `reader-${number}`,
	}));

describe('200 visitors who ask for 50 lists at once', () => {
	const ask = async (sites: readonly ListSite[]) => {
		const service = serviceWith(clientsOfTheSite());
		const distinct = requests(50, sites);
		return Promise.all([1, 2, 3, 4].flatMap(() => distinct.map((one) => service.get(one))));
	};

	it('all get theirs, and each is asked for once', async () => {
		const outcomes = await ask(LIST_SITES);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(200);
		const counts = LIST_SITES.map((site) => upstreams.counts(site));
		expect(counts.map(({ lists }) => lists)).toEqual([17, 17, 16]);
		expect(counts.map(({ refused }) => refused)).toEqual([0, 0, 0]);
		for (const { mostAtOnce } of counts) expect(mostAtOnce).toBeLessThanOrEqual(8);
	});

	it('are within what AniList allows, and the others are told when to come back', async () => {
		const outcomes = await ask(['anilist']);
		const { requests, lists, refused } = upstreams.counts('anilist');
		expect(lists).toBeGreaterThan(15);
		expect(requests).toBeLessThanOrEqual(30);
		expect(refused).toBe(0);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4 * lists);
		const waits = outcomes.filter((one) => !one.ok && one.reason === 'rate-limited');
		expect(waits).toHaveLength(200 - 4 * lists);
	});
});

describe('memory', () => {
	const usedMiB = () => {
		collectGarbage();
		const { heapUsed, external } = process.memoryUsage();
		return (heapUsed + external) / 2 ** 20;
	};

	it('returns to its level after 5,000 lists', async () => {
		const service = serviceWith(impatientClients());
		const read = async (from: number, to: number) => {
			// As many at once as the service lets through.
			const lanes = Array.from({ length: 8 }, async (_, lane) => {
				for (let number = from + lane; number < to; number += 8) {
					const outcome = await service.get({ site: 'mal', name: `reader-${number}` });
					if (!outcome.ok) throw new Error(`List ${number} failed: ${outcome.reason}.`);
				}
			});
			await Promise.all(lanes);
			await store.purge();
		};
		// What fills up to its bound has filled up by then.
		await read(0, 1000);
		const before = usedMiB();
		await read(1000, 5000);
		expect(upstreams.counts('mal').lists).toBe(5000);
		// On a busy machine sockets and timers of the last requests are let go of a little later.
		await expect.poll(() => usedMiB() - before, { timeout: 15_000, interval: 500 }).toBeLessThan(3);
	}, 120_000);
});

function collectGarbage(): void {
	setFlagsFromString('--expose-gc');
	runInNewContext('gc')();
}
