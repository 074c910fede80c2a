import type { RankingRefusal } from '../engine/ranking-engine.ts';
import type { FinderAnswer, FinderQuestion, FinderTask, TitleFinder } from './title-finder.ts';

/** The part of a `Worker` that the finder uses. */
export interface FinderPort {
	postMessage(question: FinderQuestion): void;
	addEventListener(type: 'message', listener: (event: { data: FinderAnswer }) => void): void;
	addEventListener(type: 'error', listener: () => void): void;
	terminate(): void;
}

type Result = FinderAnswer['result'];

/** A finder whose worker starts at the first need: a visitor who never searches fetches nothing. */
export function createWorkerFinder(options: {
	/** Address of the titles file. */
	readonly titles: string;
	readonly start: () => FinderPort;
}): TitleFinder {
	const waiting = new Map<number, (result: Result) => void>();
	let port: FinderPort | null = null;
	let next = 0;

	const close = () => {
		port?.terminate();
		port = null;
		for (const resolve of waiting.values()) resolve(GONE);
		waiting.clear();
	};

	const open = (): FinderPort => {
		const worker = options.start();
		worker.addEventListener('message', ({ data }) => {
			waiting.get(data.id)?.(data.result);
			waiting.delete(data.id);
		});
		worker.addEventListener('error', close);
		return worker;
	};

	const ask = (task: FinderTask): Promise<Result> => {
		const worker = (port ??= open());
		const id = next++;
		return new Promise((resolve) => {
			waiting.set(id, resolve);
			// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
			worker.postMessage({ id, titles: options.titles, ...task });
		});
	};

	return {
		async find(query) {
			const result = await ask({ kind: 'find', query });
			return !result.ok || 'hits' in result ? result : GONE;
		},
		async name(malIds) {
			const result = await ask({ kind: 'name', malIds });
			return !result.ok || 'titles' in result ? result : GONE;
		},
		async malIds(anilistIds, facts) {
			const result = await ask({ kind: 'mal-ids', anilistIds, facts });
			return !result.ok || 'malIds' in result ? result : GONE;
		},
		warmUp: () => void ask({ kind: 'find', query: '' }),
		close,
	};
}

/** The worker did not load, or the page was left before it answered. */
const GONE: RankingRefusal = { ok: false, reason: 'offline' };
