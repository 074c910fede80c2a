import type { QuestionName, RequestOf } from '#core/rank/ranking-questions.ts';
import {
	SIMILAR_SHOWN,
	type EngineResult,
	type LocalRankingEngine,
	type RankingRefusal,
} from './ranking-engine.ts';
import type {
	BundleUrls,
	KnownAnswer,
	OpenProgress,
	WorkerMessage,
	WorkerQuestion,
} from './worker-messages.ts';

/** The part of a `Worker` that the engine uses. */
export interface WorkerPort {
	postMessage(question: WorkerQuestion): void;
	addEventListener(type: 'message', listener: (event: { data: WorkerMessage }) => void): void;
	addEventListener(type: 'error', listener: () => void): void;
	terminate(): void;
}

export interface WorkerEngineOptions {
	readonly urls: BundleUrls;
	/** Starts the worker; it is started at the first question, and anew after a failure to open. */
	readonly start: () => WorkerPort;
	readonly onprogress?: (progress: OpenProgress) => void;
}

type Answer = Exclude<WorkerMessage, { readonly kind: 'progress' }>['result'];
type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** One running worker: questions out, answers back by their number. */
class Conversation {
	readonly opened: Promise<Answer>;
	readonly #port: WorkerPort;
	readonly #waiting = new Map<number, (answer: Answer) => void>();
	#next = 0;
	#broken = false;

	constructor(port: WorkerPort, { urls, onprogress }: WorkerEngineOptions, fresh: boolean) {
		this.#port = port;
		port.addEventListener('message', ({ data }) => {
			if (data.kind === 'progress') {
				onprogress?.(data.progress);
				return;
			}
			this.#waiting.get(data.id)?.(data.result);
			this.#waiting.delete(data.id);
		});
		// A worker that does not even load is a file that did not arrive.
		port.addEventListener('error', () => this.#breakOff());
		this.opened = this.ask({ kind: 'open', urls, fresh });
	}

	ask(question: Unnumbered<WorkerQuestion>): Promise<Answer> {
		if (this.#broken) return Promise.resolve(BROKEN);
		const id = this.#next++;
		return new Promise((resolve) => {
			this.#waiting.set(id, resolve);
			// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
			this.#port.postMessage({ ...question, id });
		});
	}

	close(): void {
		this.#breakOff();
	}

	#breakOff(): void {
		this.#broken = true;
		this.#port.terminate();
		for (const resolve of this.#waiting.values()) resolve(BROKEN);
		this.#waiting.clear();
	}
}

const BROKEN: RankingRefusal = { ok: false, reason: 'offline' };

/** Ranks on the device: catalogue and model come here, the list goes nowhere. */
export function createWorkerEngine(options: WorkerEngineOptions): LocalRankingEngine {
	let conversation: Conversation | null = null;
	let damaged = false;

	/** Opens the bundle once; a failed try is forgotten, so that asking again fetches again. */
	const ask = async <Name extends QuestionName>(
		name: Name,
		request: RequestOf<Name>,
	): Promise<EngineResult<KnownAnswer<Name>>> => {
		const current = (conversation ??= new Conversation(options.start(), options, damaged));
		const opened = await current.opened;
		if (opened.ok) {
			// The number goes along with question and answer, so the answer is to this very question.
			return current.ask({ kind: 'ask', name, request }) as Promise<
				EngineResult<KnownAnswer<Name>>
			>;
		}
		damaged = opened.reason === 'damaged-model';
		if (conversation === current) {
			conversation = null;
			current.close();
		}
		return opened;
	};

	return {
		recommend: (request) => ask('recommend', request),
		lanes: (request) => ask('lanes', request),
		similar: (malId) => ask('similar', { malId, limit: SIMILAR_SHOWN, includeFranchise: false }),
		watchOrder: (malId) => ask('watchOrder', malId),
		profile: (request) => ask('profile', request),
		group: (request) => ask('group', request),
		compare: (request) => ask('compare', request),
		predictScores: (entries) => ask('predictScores', entries),
		close() {
			conversation?.close();
			conversation = null;
		},
	};
}
