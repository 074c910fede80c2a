import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RankingModel } from '../src/core/model/recommender.ts';
import { topK } from '../src/core/math/top-k.ts';
import { createRanking, type Ranking } from '../src/core/rank/recommend.ts';
import type { RecommendationRequest } from '../src/core/rank/recommendation.ts';
import { openRankingPool } from '../src/pipeline/batch/ranking-pool.ts';
import { openModel, readBundle } from '../src/server/bundle.ts';
import { createRankingService } from '../src/server/ranking/ranking-service.ts';
import { startRankingThread } from '../src/server/ranking/ranking-thread.ts';
import { median, timeMedian, type Measurement } from './measurement.ts';
import { sampleProfile } from './profiles.ts';
import { createReferenceNetwork } from './reference-network.ts';

const LONG_LIST = 300;
/** A usual list: what the reference is measured for. */
const LIST = 150;
const EXPLAINED = 50;
const BATCH = 1_000;
/** Lists that a thread gets at a time. */
const LISTS_AT_ONCE = 16;
const AT_ONCE = 50;
/** Rounds of which the middle one counts: whatever else the machine does holds the event loop up as well. */
const ROUNDS = 5;
/** How many times faster than the reference an explained list must be. */
const TIMES_FASTER = 20;

const requestFor = (model: RankingModel, entries: number): RecommendationRequest => ({
	entries: sampleProfile(model.items, entries),
	excludedEntries: [],
	excludedGenres: [],
	include: { extraSeasons: true, movies: true, specials: true, music: false },
	adult: false,
	offset: 0,
	limit: EXPLAINED,
});

/** What answering costs: one list, many at once, and a list explained the way of the reference. */
export async function run(): Promise<Measurement[]> {
	const bundle = await readBundle('bundle');
	const model = openModel(bundle);
	const ranking = createRanking(bundle.catalogue, model);
	// Before the others leave anything to be collected: a server has no such load beside it.
	const delay = await eventLoop(ranking, requestFor(model, LONG_LIST));
	return [
		...(await oneList(model)),
		...(await batch(model)),
		delay,
		...(await explainedList(ranking, model)),
	];
}

async function oneList(model: RankingModel): Promise<Measurement[]> {
	const { entries } = requestFor(model, LONG_LIST);
	const scores = new Float32Array(model.items.length);
	const input = model.readInput(entries);
	model.score(input, scores);
	const best = topK(scores, EXPLAINED);
	const parts = new Float32Array(best.length * input.items.length);
	return [
		{
			name: `score ${model.items.length} titles for ${LONG_LIST} entries`,
			median: await timeMedian(() => model.score(model.readInput(entries), scores)),
			unit: 'ms',
			limit: 8,
		},
		{
			name: `what each of ${LONG_LIST} entries does for ${EXPLAINED} titles`,
			median: await timeMedian(() => model.contributions(input, best, parts)),
			unit: 'ms',
			limit: 40,
		},
	];
}

/** As `npm run sprout -- recommend` ranks, without the files. */
async function batch(model: RankingModel): Promise<Measurement[]> {
	const { limit: _, ...all } = await batchOver(model, [...model.items]);
	const learned = await batchOver(model, [...model.items.subarray(0, model.learnedCount)]);
	return [learned, all];
}

async function batchOver(model: RankingModel, candidates: number[]): Promise<Measurement> {
	const threads = availableParallelism();
	const pool = await openRankingPool(
		{ bundle: 'bundle', model: undefined, candidates, top: 100, franchises: null },
		threads,
	);
	// Lists of 20 to 299 entries, 160 on average.
	const lists = Array.from({ length: BATCH }, (_, user) =>
		sampleProfile(model.items.subarray(user % 97), 20 + ((user * 131) % 280)),
	);
	const batches = Array.from({ length: Math.ceil(BATCH / LISTS_AT_ONCE) }, (_, k) =>
		lists.slice(k * LISTS_AT_ONCE, (k + 1) * LISTS_AT_ONCE),
	);
	try {
		const rankAll = () => Promise.all(batches.map((some) => pool.rank(some)));
		const allMs = await timeMedian(rankAll, { runs: 5, warmUp: 1 });
		const name = `rank ${candidates.length} titles for a list, one of ${BATCH}`;
		const note = `20–299 entries, top 100; ${threads} threads`;
		return { name, median: allMs / BATCH, unit: 'ms', limit: 2, note };
	} finally {
		await pool.close();
	}
}

/** The longest that anything else waits for the event loop while lists are ranked. */
async function eventLoop(ranking: Ranking, request: RecommendationRequest): Promise<Measurement> {
	const service = await createRankingService({
		start: () => startRankingThread('bundle'),
		threads: 1,
		mostWaiting: AT_ONCE,
		timeoutMs: 60_000,
		mostRestarts: 0,
		restartDelayMs: 0,
		onThreadLost: () => {},
	});
	const requests = Array.from({ length: AT_ONCE }, () => request);
	try {
		const longest = () =>
			longestDelay(() => Promise.all(requests.map((one) => service.ask('recommend', one))));
		await longest();
		const rounds: number[] = [];
		for (let round = 0; round < ROUNDS; round++) rounds.push(await longest());
		const here = () => longestDelay(async () => requests.forEach((one) => ranking.recommend(one)));
		return {
			name: `longest delay of the event loop while ${AT_ONCE} lists of ${LONG_LIST} are ranked`,
			median: median(rounds),
			unit: 'ms',
			limit: 20,
			reference: { name: 'ranked on the event loop', median: await here() },
		};
	} finally {
		service.close();
	}
}

async function longestDelay(work: () => Promise<unknown>): Promise<number> {
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	// The first tick starts the clock, the last one notices what held it up.
	await new Promise((resolve) => setTimeout(resolve, 10));
	await work();
	await new Promise((resolve) => setTimeout(resolve, 10));
	delay.disable();
	return delay.max / 1e6;
}

/** The reference runs its network once for the list and once more without each entry. */
async function explainedList(ranking: Ranking, model: RankingModel): Promise<Measurement[]> {
	const passes = LIST + 1;
	const network = await createReferenceNetwork(passes);
	const fewRuns = { runs: 5, warmUp: 1 };
	const some = await timeMedian(() => network.pass(network.rowsAtOnce), fewRuns);
	const onePass = some / network.rowsAtOnce;
	const product = await timeMedian(() => network.pass(passes), { runs: 3, warmUp: 1 });
	const ours = (entries: number) => {
		const request = requestFor(model, entries);
		return timeMedian(() => ranking.recommend(request));
	};
	const usual = await ours(LIST);
	const name = `rank ${LIST} entries, explain ${EXPLAINED} rows`;
	const shape = `reference network, ${Math.round(network.weights / 1e6)} M random weights`;
	return [
		{
			name,
			median: usual,
			unit: 'ms',
			limit: Number(((onePass * passes) / TIMES_FASTER).toPrecision(3)),
			reference: { name: `${shape}, one dense pass per entry`, median: onePass * passes },
			note: `${passes} × a quarter of four passes at once, which take as long as one`,
		},
		{
			name: `${name}, again`,
			median: usual,
			unit: 'ms',
			reference: { name: `${shape}, all ${passes} passes as one product`, median: product },
		},
		{
			name: `rank ${LONG_LIST} entries, explain ${EXPLAINED} rows`,
			median: await ours(LONG_LIST),
			unit: 'ms',
		},
	];
}
