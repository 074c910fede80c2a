import { describe, expect, it } from 'vitest';
import type { FinderAnswer, FinderQuestion } from './title-finder.ts';
import { createWorkerFinder, type FinderPort } from './worker-finder.ts';

const ANSWERS = {
	find: { hits: [] },
	name: { titles: [] },
	'mal-ids': { malIds: new Map([[20, [19]]]) },
} as const;

/** A worker that answers a search with nothing found, or breaks at it. */
class FakeWorker implements FinderPort {
	readonly questions: FinderQuestion[] = [];
	readonly #breaks: boolean;
	#listener: ((event: { data: FinderAnswer }) => void) | null = null;
	#onerror: (() => void) | null = null;

	constructor(breaks: boolean) {
		this.#breaks = breaks;
	}

	addEventListener(type: string, listener: never): void {
		if (type === 'message') this.#listener = listener;
		else this.#onerror = listener;
	}

	postMessage(question: FinderQuestion): void {
		this.questions.push(question);
		const result = {
			ok: true as const,
			...ANSWERS[question.kind],
		};
		queueMicrotask(() => {
			if (this.#breaks) this.#onerror?.();
			else this.#listener?.({ data: { id: question.id, result } });
		});
	}

	terminate(): void {}
}

function finderOver(...breaks: boolean[]) {
	const workers: FakeWorker[] = [];
	const start = () => {
		const worker = new FakeWorker(breaks[workers.length] ?? false);
		workers.push(worker);
		return worker;
	};
	return { workers, finder: createWorkerFinder({ titles: '/titles.json', start }) };
}

describe('worker finder', () => {
	it('starts one worker, at the first need', async () => {
		const { finder, workers } = finderOver();
		expect(workers).toHaveLength(0);
		finder.warmUp();
		expect(await finder.find('aot')).toEqual({ ok: true, hits: [] });
		expect(await finder.name([1, 2])).toEqual({ ok: true, titles: [] });
		expect(await finder.malIds([20], '/facts.json')).toEqual({
			ok: true,
			malIds: new Map([[20, [19]]]),
		});
		expect(workers.map(({ questions }) => questions.map(({ kind }) => kind))).toEqual([
			['find', 'find', 'name', 'mal-ids'],
		]);
	});

	it('answers what was asked of a worker that broke, and starts another', async () => {
		const { finder, workers } = finderOver(true, false);
		expect(await finder.find('aot')).toEqual({ ok: false, reason: 'offline' });
		expect(await finder.find('aot')).toEqual({ ok: true, hits: [] });
		expect(workers).toHaveLength(2);
	});
});
