import { describe, expect, it } from 'vitest';
import type { QuestionName } from '#core/rank/ranking-questions.ts';
import { toRequest } from '../state/changes.ts';
import { DEFAULT_STATE } from '../state/url-state.ts';
import { createWorkerEngine, type WorkerPort } from './worker-engine.ts';
import type { KnownAnswer, OpenResult, WorkerMessage, WorkerQuestion } from './worker-messages.ts';

const urls = {
	titles: '/t',
	facts: '/f',
	model: '/m',
	reference: null,
	modelBytes: 10,
	modelUnpackedBytes: 20,
};
const request = toRequest(DEFAULT_STATE, [{ malId: 1, score: 80, status: 'completed' }]);
const answer = {
	page: { total: 0, offset: 0, items: [], usedEntries: 1, rough: true, unknownEntries: [] },
	anime: [],
};

const titlesLike = (malId: number) => ({ malId, items: [], anime: [] });

/** A worker that opens as it is told, and answers a recommendation with `answer`. */
class FakeWorker implements WorkerPort {
	readonly questions: WorkerQuestion[] = [];
	terminated = false;
	readonly #openResult: OpenResult | 'crash' | 'silence';
	#listener: ((event: { data: WorkerMessage }) => void) | null = null;
	#onerror: (() => void) | null = null;

	constructor(openResult: OpenResult | 'crash' | 'silence') {
		this.#openResult = openResult;
	}

	addEventListener(type: string, listener: never): void {
		if (type === 'message') this.#listener = listener;
		else this.#onerror = listener;
	}

	postMessage(question: WorkerQuestion): void {
		this.questions.push(question);
		queueMicrotask(() => this.#answer(question));
	}

	terminate(): void {
		this.terminated = true;
	}

	#answer(question: WorkerQuestion): void {
		const say = (data: WorkerMessage) => this.#listener?.({ data });
		const { id } = question;
		if (question.kind === 'ask') {
			const answers: Partial<Record<QuestionName, KnownAnswer<QuestionName>>> = {
				recommend: answer,
				lanes: { lanes: [], anime: [] },
				similar: titlesLike(20),
				watchOrder: { ...titlesLike(20), start: 20 },
				profile: { facts: null, insights: null, anime: [] },
			};
			const known = answers[question.name];
			if (known) say({ kind: 'answer', id, result: { ok: true, answer: known } });
		} else if (this.#openResult === 'crash') {
			this.#onerror?.();
		} else if (this.#openResult !== 'silence') {
			say({ kind: 'progress', progress: { share: 0.5 } });
			say({ kind: 'opened', id, result: this.#openResult });
		}
	}
}

function engineOver(...openings: ConstructorParameters<typeof FakeWorker>[0][]) {
	const workers: FakeWorker[] = [];
	const shares: number[] = [];
	const engine = createWorkerEngine({
		urls,
		start() {
			const worker = new FakeWorker(openings[workers.length] ?? 'silence');
			workers.push(worker);
			return worker;
		},
		onprogress: ({ share }) => void shares.push(share),
	});
	return { engine, workers, shares };
}

describe('worker engine', () => {
	it('opens the bundle once, tells how far it is, and answers by number', async () => {
		const { engine, workers, shares } = engineOver({ ok: true });
		expect(workers).toHaveLength(0);
		const both = await Promise.all([engine.recommend(request), engine.recommend(request)]);
		expect(both).toEqual([
			{ ok: true, answer },
			{ ok: true, answer },
		]);
		expect(workers.map(({ questions }) => questions.map(({ kind }) => kind))).toEqual([
			['open', 'ask', 'ask'],
		]);
		expect(shares).toEqual([0.5]);
	});

	it('asks the same worker what is like a title', async () => {
		const { engine, workers } = engineOver({ ok: true });
		await engine.recommend(request);
		expect(await engine.similar(20)).toEqual({ ok: true, answer: titlesLike(20) });
		expect(workers.map(({ questions }) => questions.at(-1))).toMatchObject([
			{ name: 'similar', request: { malId: 20, includeFranchise: false } },
		]);
	});

	it('asks the same worker for lanes', async () => {
		const { engine, workers } = engineOver({ ok: true });
		const { offset: _offset, limit: _limit, ...list } = request;
		const asked = { ...list, today: '2026-11-26' };
		expect(await engine.lanes(asked)).toEqual({ ok: true, answer: { lanes: [], anime: [] } });
		expect(workers.map(({ questions }) => questions.at(-1))).toMatchObject([
			{ name: 'lanes', request: asked },
		]);
	});

	it('asks the same worker what a list says', async () => {
		const { engine, workers } = engineOver({ ok: true });
		const asked = { entries: request.entries, parts: ['facts'] as const };
		expect(await engine.profile(asked)).toMatchObject({ ok: true, answer: { facts: null } });
		expect(workers.map(({ questions }) => questions.at(-1))).toMatchObject([
			{ name: 'profile', request: asked },
		]);
	});

	it('asks the same worker for a franchise', async () => {
		const { engine, workers } = engineOver({ ok: true });
		expect(await engine.watchOrder(20)).toMatchObject({ ok: true, answer: { start: 20 } });
		expect(workers.map(({ questions }) => questions.at(-1))).toMatchObject([
			{ name: 'watchOrder', request: 20 },
		]);
	});

	it('hands a failure on, and fetches anew when asked again', async () => {
		const { engine, workers } = engineOver({ ok: false, reason: 'damaged-model' }, { ok: true });
		expect(await engine.recommend(request)).toEqual({ ok: false, reason: 'damaged-model' });
		expect(workers[0]?.terminated).toBe(true);
		expect(await engine.recommend(request)).toEqual({ ok: true, answer });
		// The cache keeps these files for ever, damaged ones included.
		expect(workers.map(({ questions }) => questions[0])).toMatchObject([
			{ kind: 'open', fresh: false },
			{ kind: 'open', fresh: true },
		]);
	});

	it('does not wait for a worker that crashed or was closed', async () => {
		const { engine } = engineOver('crash');
		expect(await engine.recommend(request)).toEqual({ ok: false, reason: 'offline' });
		const closing = engineOver('silence');
		const waiting = closing.engine.recommend(request);
		closing.engine.close();
		expect(await waiting).toEqual({ ok: false, reason: 'offline' });
		expect(closing.workers[0]?.terminated).toBe(true);
	});
});
