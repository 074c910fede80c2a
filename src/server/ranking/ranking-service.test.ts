import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecommendationAnswer, SimilarAnswer } from '#core/rank/answer.ts';
import type { AnswerOf, QuestionName, RequestOf } from '#core/rank/ranking-questions.ts';
import { recommendationRequest } from '#tests/support/recommendation-request.ts';
import { createRankingService } from './ranking-service.ts';
import { ThreadEndedError, type RankingThread } from './ranking-thread.ts';

/** A thread that answers when the test says so. */
class ScriptedThread implements RankingThread {
	ready: Promise<void> = Promise.resolve();
	asked: number[] = [];
	#alive = true;
	#answer: (() => void) | undefined;
	#reject: ((error: Error) => void) | undefined;

	/** The request's offset tells recommendations apart, the title's id what is like it. */
	ask<Name extends QuestionName>(name: Name, request: RequestOf<Name>): Promise<AnswerOf<Name>> {
		// These tests ask for nothing else.
		const about = request as { readonly offset?: number; readonly malId?: number } | number;
		const { offset = 0, malId = 0 } = typeof about === 'number' ? {} : about;
		const number = offset + malId;
		const answer = name === 'recommend' ? answerTo(number) : titlesLike(number);
		// The name says what the answer is.
		return this.#ask(number, answer as AnswerOf<Name>);
	}

	alive(): boolean {
		return this.#alive;
	}

	end(): void {
		this.#alive = false;
		this.#reject?.(new ThreadEndedError('ended'));
	}

	answer(): void {
		this.#answer?.();
	}

	fail(error: Error): void {
		this.#reject?.(error);
	}

	#ask<Answer>(number: number, answer: Answer): Promise<Answer> {
		this.asked.push(number);
		const { promise, resolve, reject } = Promise.withResolvers<Answer>();
		this.#answer = () => resolve(answer);
		this.#reject = reject;
		return promise;
	}
}

const answerTo = (offset: number): RecommendationAnswer => ({
	page: { total: 0, offset, items: [], usedEntries: 0, rough: true, unknownEntries: [] },
	anime: [],
});
const titlesLike = (malId: number): SimilarAnswer => ({ malId, items: [], anime: [] });
const request = (offset: number) => recommendationRequest({ offset });
const answered = (offset: number) => ({ ok: true, answer: answerTo(offset) });
const refused = (reason: string) => ({ ok: false, reason });

const TIMEOUT_MS = 1000;
const RESTART_DELAY_MS = 100;

/** A service over scripted threads; `threads` gets every one that was started. */
async function service(changed: { threads?: number; mostWaiting?: number } = {}) {
	const threads: ScriptedThread[] = [];
	const lost: unknown[] = [];
	const ranking = await createRankingService({
		start: () => {
			const thread = new ScriptedThread();
			threads.push(thread);
			return thread;
		},
		threads: 1,
		mostWaiting: 2,
		timeoutMs: TIMEOUT_MS,
		mostRestarts: 2,
		restartDelayMs: RESTART_DELAY_MS,
		onThreadLost: (error) => lost.push(error),
		...changed,
	});
	return { ranking, threads, lost };
}

/** Lets everything run that waits for nothing. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('ranking service', () => {
	it('asks one thing at a time of a thread, in the order of the requests', async () => {
		const { ranking, threads } = await service();
		const outcomes = [1, 2].map((offset) => ranking.ask('recommend', request(offset)));
		expect(threads[0]?.asked).toEqual([1]);
		threads[0]?.answer();
		expect(await outcomes[0]).toEqual(answered(1));
		await settle();
		expect(threads[0]?.asked).toEqual([1, 2]);
		threads[0]?.answer();
		expect(await outcomes[1]).toEqual(answered(2));
	});

	it('keeps questions about one title in the same queue', async () => {
		const { ranking, threads } = await service();
		const about = { malId: 20, limit: 5, includeFranchise: false };
		void ranking.ask('recommend', request(1));
		const outcome = ranking.ask('similar', about);
		const leaving = new AbortController();
		const left = ranking.ask('similar', { ...about, malId: 30 }, leaving.signal);
		expect(await ranking.ask('similar', { ...about, malId: 40 })).toEqual(refused('busy'));
		leaving.abort();
		expect(await left).toEqual(refused('cancelled'));
		threads[0]?.answer();
		await settle();
		threads[0]?.answer();
		expect(await outcome).toEqual({ ok: true, answer: titlesLike(20) });
		expect(threads[0]?.asked).toEqual([1, 20]);
	});

	it('spreads requests over its threads', async () => {
		const { ranking, threads } = await service({ threads: 2 });
		for (const offset of [1, 2, 3]) void ranking.ask('recommend', request(offset));
		expect(threads.map(({ asked }) => asked)).toEqual([[1], [2]]);
		threads[1]?.answer();
		await settle();
		expect(threads.map(({ asked }) => asked)).toEqual([[1], [2, 3]]);
	});

	it('is busy when too many wait, and lets in again once they do not', async () => {
		const { ranking, threads } = await service({ mostWaiting: 1 });
		void ranking.ask('recommend', request(1));
		void ranking.ask('recommend', request(2));
		expect(await ranking.ask('recommend', request(3))).toEqual(refused('busy'));
		threads[0]?.answer();
		await settle();
		void ranking.ask('recommend', request(4));
		threads[0]?.answer();
		await settle();
		expect(threads[0]?.asked).toEqual([1, 2, 4]);
	});

	it('is busy for whoever waited too long', async () => {
		const { ranking, threads } = await service();
		void ranking.ask('recommend', request(1));
		await vi.advanceTimersByTimeAsync(TIMEOUT_MS / 2);
		const waiting = ranking.ask('recommend', request(2));
		threads[0]?.answer();
		await settle();
		// The second ranks now: its clock has started anew.
		await vi.advanceTimersByTimeAsync(TIMEOUT_MS / 2);
		const third = ranking.ask('recommend', request(3));
		await vi.advanceTimersByTimeAsync(TIMEOUT_MS / 2);
		expect(await waiting).toEqual(refused('timeout'));
		await vi.advanceTimersByTimeAsync(TIMEOUT_MS / 2 - RESTART_DELAY_MS);
		threads[1]?.answer();
		expect(await third).toEqual(answered(3));
	});

	it('ends a thread that does not answer in time and starts another', async () => {
		const { ranking, threads, lost } = await service();
		const outcome = ranking.ask('recommend', request(1));
		await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
		expect(await outcome).toEqual(refused('timeout'));
		expect([threads[0]?.alive(), lost.length]).toEqual([false, 1]);
		await vi.advanceTimersByTimeAsync(RESTART_DELAY_MS);
		const next = ranking.ask('recommend', request(2));
		threads[1]?.answer();
		expect(await next).toEqual(answered(2));
	});

	it('fails the request of a thread that crashed and serves the next with a new one', async () => {
		const { ranking, threads } = await service();
		const outcomes = [1, 2].map((offset) => ranking.ask('recommend', request(offset)));
		threads[0]?.end();
		expect(await outcomes[0]).toEqual(refused('unavailable'));
		await vi.advanceTimersByTimeAsync(RESTART_DELAY_MS);
		threads[1]?.answer();
		expect(await outcomes[1]).toEqual(answered(2));
	});

	it('asks nothing of a thread that ended while it was idle', async () => {
		const { ranking, threads } = await service();
		threads[0]?.end();
		const outcome = ranking.ask('recommend', request(1));
		await vi.advanceTimersByTimeAsync(RESTART_DELAY_MS);
		threads[1]?.answer();
		expect(await outcome).toEqual(answered(1));
		expect(threads[0]?.asked).toEqual([]);
	});

	it('gives up after crashes without an answer in between, with growing pauses', async () => {
		const { ranking, threads } = await service();
		for (const restart of [0, 1, 2]) {
			void ranking.ask('recommend', request(restart));
			threads[restart]?.end();
			await vi.advanceTimersByTimeAsync(RESTART_DELAY_MS * 2 ** restart);
		}
		expect(threads).toHaveLength(1 + 2);
		expect(ranking.available()).toBe(false);
		expect(await ranking.ask('recommend', request(9))).toEqual(refused('unavailable'));
	});

	it('counts crashes anew after an answer', async () => {
		const { ranking, threads } = await service();
		for (const round of [0, 1, 2, 3]) {
			const outcome = ranking.ask('recommend', request(round));
			threads[round]?.answer();
			expect(await outcome).toEqual(answered(round));
			await settle();
			void ranking.ask('recommend', request(round));
			threads[round]?.end();
			await vi.advanceTimersByTimeAsync(RESTART_DELAY_MS);
		}
		expect(ranking.available()).toBe(true);
	});

	it('drops what nobody waits for', async () => {
		const { ranking, threads } = await service();
		const leaving = [1, 2].map(() => new AbortController());
		const outcomes = leaving.map(({ signal }, k) => ranking.ask('recommend', request(k), signal));
		const last = ranking.ask('recommend', request(5));
		for (const one of leaving) one.abort();
		expect(await Promise.all(outcomes)).toEqual([refused('cancelled'), refused('cancelled')]);
		threads[0]?.answer();
		await settle();
		threads[0]?.answer();
		expect(await last).toEqual(answered(5));
		expect(threads[0]?.asked).toEqual([0, 5]);
		expect(await ranking.ask('recommend', request(6), leaving[0]?.signal)).toEqual(
			refused('cancelled'),
		);
	});

	it('throws what the ranking threw and goes on', async () => {
		const { ranking, threads } = await service();
		const outcomes = [1, 2].map((offset) => ranking.ask('recommend', request(offset)));
		threads[0]?.fail(new Error('a bug'));
		await expect(outcomes[0]).rejects.toThrow('a bug');
		await settle();
		threads[0]?.answer();
		expect(await outcomes[1]).toEqual(answered(2));
	});

	it('refuses all that waits when it closes, and ends its threads for good', async () => {
		const { ranking, threads } = await service();
		const outcomes = [1, 2].map((offset) => ranking.ask('recommend', request(offset)));
		ranking.close();
		expect(await Promise.all(outcomes)).toEqual([refused('unavailable'), refused('unavailable')]);
		await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
		expect([threads.length, threads[0]?.alive()]).toEqual([1, false]);
		expect(await ranking.ask('recommend', request(3))).toEqual(refused('unavailable'));
	});

	it('does not start where a thread does not', async () => {
		let started = 0;
		const broken = new ScriptedThread();
		broken.ready = Promise.reject(new Error('damaged'));
		const threads = [new ScriptedThread(), broken];
		const starting = createRankingService({
			start: () => threads.find((_, k) => k === started++) ?? broken,
			threads: 2,
			mostWaiting: 1,
			timeoutMs: TIMEOUT_MS,
			mostRestarts: 1,
			restartDelayMs: RESTART_DELAY_MS,
			onThreadLost: () => {},
		});
		await expect(starting).rejects.toThrow('damaged');
		expect(threads.map((thread) => thread.alive())).toEqual([false, false]);
	});
});
