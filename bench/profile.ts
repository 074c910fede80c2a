import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createRanking, type Ranking } from '../src/core/rank/recommend.ts';
import type { ListEntry } from '../src/core/profile/list-entry.ts';
import { openModel, readBundle } from '../src/server/bundle.ts';
import { createRankingService } from '../src/server/ranking/ranking-service.ts';
import { startRankingThread } from '../src/server/ranking/ranking-thread.ts';
import { median, type Measurement } from './measurement.ts';
import { sampleProfile } from './profiles.ts';

const LENGTHS = [30, 300, 1000, 3000];
/** A thousand titles must be described in half a second, both parts together. */
const LIMITS_MS: Readonly<Record<number, number>> = { 1000: 450 };
const ROUNDS = 5;
const RUNS = 11;
/** About what a thread takes. */
const IDLE_MS = 300;

/**
 * What a list says of its owner, with the real bundle: counts, and what the model makes of it. In processor time: the
 * work is done in one thread, and machines that do other work beside measure little else.
 */
export async function run(): Promise<Measurement[]> {
	const bundle = await readBundle('bundle');
	const model = openModel(bundle);
	const ranking = createRanking(bundle.catalogue, model, { reference: bundle.reference });
	const rows: Measurement[] = [];
	for (const length of LENGTHS) {
		const entries = sampleProfile(model.items, length);
		rows.push(facts(ranking, entries), insights(ranking, entries));
	}
	return [...rows, await eventLoop(sampleProfile(model.items, 1000))];
}

function facts(ranking: Ranking, entries: readonly ListEntry[]): Measurement {
	const ask = () => ranking.profile({ entries, parts: ['facts'] });
	return {
		name: `facts of ${entries.length} entries, processor time`,
		median: processorTime(ask),
		unit: 'ms',
		limit: 50,
	};
}

function insights(ranking: Ranking, entries: readonly ListEntry[]): Measurement {
	const ask = () => ranking.profile({ entries, parts: ['insights'] });
	const limit = LIMITS_MS[entries.length];
	return {
		name: `insights of ${entries.length} entries, processor time`,
		median: processorTime(ask),
		unit: 'ms',
		...(limit === undefined ? {} : { limit }),
		reference: { name: 'a page of 50 recommendations', median: pageOf(ranking, entries) },
	};
}

function pageOf(ranking: Ranking, entries: readonly ListEntry[]): number {
	const include = { extraSeasons: false, movies: false, specials: false, music: false };
	const request = { entries, excludedEntries: [], excludedGenres: [], include, adult: false };
	const ask = () => ranking.recommend({ ...request, offset: 0, limit: 50 });
	return processorTime(ask);
}

/** Median milliseconds that the process computed for a call, after two uncounted ones. */
function processorTime(work: () => unknown): number {
	for (let run = 0; run < 2; run++) work();
	const times = Array.from({ length: RUNS }, () => {
		const before = process.cpuUsage();
		work();
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000;
	});
	return median(times);
}

/** The longest that anything else waits for the event loop while a thread works on a long list. */
async function eventLoop(entries: readonly ListEntry[]): Promise<Measurement> {
	const service = await createRankingService({
		start: () => startRankingThread('bundle'),
		threads: 1,
		mostWaiting: 10,
		timeoutMs: 60_000,
		mostRestarts: 0,
		restartDelayMs: 0,
		onThreadLost: () => {},
	});
	try {
		const ask = () => service.ask('profile', { entries, parts: ['facts', 'insights'] });
		await ask();
		const nothing = () => new Promise<void>((resolve) => setTimeout(resolve, IDLE_MS));
		const name = `longest delay of the event loop while a thread describes ${entries.length} entries`;
		return {
			name,
			median: await longestDelay(ask),
			unit: 'ms',
			limit: 20,
			// What else the machine does delays the loop as well.
			reference: { name: 'while nothing is done', median: await longestDelay(nothing) },
		};
	} finally {
		service.close();
	}
}

async function longestDelay(work: () => Promise<unknown>): Promise<number> {
	const rounds: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const delay = monitorEventLoopDelay({ resolution: 1 });
		delay.enable();
		await work();
		delay.disable();
		rounds.push(delay.max / 1e6);
	}
	return median(rounds);
}
