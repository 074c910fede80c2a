import type { FindAnswer, FindQuestion, FindResult, TitleFinder } from './title-finder.ts';

/** The part of a `Worker` that the finder uses. */
export interface FinderPort {
	postMessage(question: FindQuestion): void;
	addEventListener(type: 'message', listener: (event: { data: FindAnswer }) => void): void;
	addEventListener(type: 'error', listener: () => void): void;
	terminate(): void;
}

/** A finder whose worker starts at the first need: a visitor who never searches fetches nothing. */
export function createWorkerFinder(options: {
	/** Address of the titles file. */
	readonly titles: string;
	readonly start: () => FinderPort;
}): TitleFinder {
	const waiting = new Map<number, (result: FindResult) => void>();
	let port: FinderPort | null = null;
	let next = 0;

	const close = () => {
		port?.terminate();
		port = null;
		for (const resolve of waiting.values()) resolve({ ok: false, reason: 'offline' });
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

	const find = (query: string): Promise<FindResult> => {
		const worker = (port ??= open());
		const id = next++;
		return new Promise((resolve) => {
			waiting.set(id, resolve);
			// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
			worker.postMessage({ id, titles: options.titles, query });
		});
	};

	return { find, warmUp: () => void find(''), close };
}
