import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRanking } from '#core/rank/recommend.ts';
import { recommendationRequest } from '#tests/support/recommendation-request.ts';
import { BundleError, measured, openModel, readBundle, type Bundle } from '../bundle.ts';
import { createRankingService } from './ranking-service.ts';
import { startRankingThread, ThreadEndedError, type RankingThread } from './ranking-thread.ts';

/** The repository's own. */
const BUNDLE = 'bundle';

let bundle: Bundle;
beforeAll(async () => {
	bundle = await readBundle(BUNDLE);
});

const threads: RankingThread[] = [];
afterEach(() => {
	for (const thread of threads.splice(0)) thread.end();
});
function start(bundleDir = BUNDLE): RankingThread {
	const thread = startRankingThread(bundleDir);
	threads.push(thread);
	return thread;
}

function someRequest(length: number) {
	const malIds = Array.from({ length }, (_, index) => bundle.catalogue.anime(index).malId);
	return recommendationRequest({
		entries: malIds.map((malId) => ({ malId, score: 80, status: 'completed' })),
	});
}

// Threads read the whole bundle, which takes a busy machine seconds.
describe('ranking thread', { timeout: 30_000 }, () => {
	it('answers as the ranking itself does', async () => {
		const thread = start();
		await thread.ready;
		const request = someRequest(20);
		const ranking = createRanking(bundle.catalogue, openModel(bundle), measured(bundle));
		const expected = ranking.recommend(request);
		expect(expected.page.items[0]?.usualError).toBeGreaterThan(0);
		expect(await thread.ask('recommend', request)).toEqual(expected);
	});

	it('knows what is like a title, as the ranking itself does, and what is no title', async () => {
		const thread = start();
		await thread.ready;
		const { malId } = bundle.catalogue.anime(0);
		const request = { malId, limit: 5, includeFranchise: false };
		const expected = createRanking(bundle.catalogue, openModel(bundle)).similar(request);
		expect(expected?.items).toHaveLength(5);
		expect(await thread.ask('similar', request)).toEqual(expected);
		expect(await thread.ask('similar', { ...request, malId: 9_999_999 })).toBeUndefined();
	});

	it('says what is wrong with a bundle', async () => {
		await expect(start('no-such-folder').ready).rejects.toThrow(BundleError);
	});

	it('throws what the ranking threw, and goes on', async () => {
		const thread = start();
		await thread.ready;
		const request = someRequest(3);
		// The cast makes a request that no parser lets through.
		const broken = { ...request, entries: null } as unknown as typeof request;
		await expect(thread.ask('recommend', broken)).rejects.toThrow('The ranking failed');
		expect((await thread.ask('recommend', request)).page.items.length).toBeGreaterThan(0);
	});

	it('tells that it ended, whenever that was', async () => {
		const thread = start();
		await thread.ready;
		const asked = thread.ask('recommend', someRequest(3));
		thread.end();
		await expect(asked).rejects.toThrow(ThreadEndedError);
		expect(thread.alive()).toBe(false);
		await expect(thread.ask('recommend', someRequest(3))).rejects.toThrow(ThreadEndedError);
	});

	it('keeps the event loop free while it ranks', async () => {
		const request = someRequest(300);
		const ranking = await createRankingService({
			start: () => start(),
			threads: 1,
			mostWaiting: 100,
			timeoutMs: 60_000,
			mostRestarts: 0,
			restartDelayMs: 0,
			onThreadLost: () => {},
		});
		const delay = monitorEventLoopDelay({ resolution: 1 });
		delay.enable();
		const began = performance.now();
		const outcomes = await Promise.all(
			Array.from({ length: 40 }, () => ranking.ask('recommend', request)),
		);
		delay.disable();
		expect(outcomes.every(({ ok }) => ok)).toBe(true);
		// Ranked here they would hold the loop up all the time, about a second. `bench/serving.ts` has the real limit
		// of 20 ms; a machine that is busy otherwise may exceed that.
		expect(delay.max / 1e6).toBeLessThan((performance.now() - began) / 3);
	});
});
