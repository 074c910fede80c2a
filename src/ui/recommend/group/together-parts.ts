import { readInWorker } from '#files/read-in-worker.ts';
import { createWorkerEngine } from '../engine/worker-engine.ts';
import type { BundleUrls } from '../engine/worker-messages.ts';
import { createFinder } from '../session-parts.ts';
import { createDeviceLists, type DeviceLists } from './device-lists.ts';
import { MemberAdder } from './member-adder.svelte.ts';
import { createTogetherEngine, type TogetherEngine } from './together-engine.ts';

/** What a page about several lists is made of; nothing of it runs before it is asked. */
export interface TogetherParts {
	readonly lists: DeviceLists;
	readonly engine: TogetherEngine;
	readonly adder: MemberAdder;
	close(): void;
}

/** @param onshare told how much of the model has arrived, 0–1, where this device ranks */
export function createTogetherParts(
	urls: BundleUrls,
	onshare: (share: number) => void,
): TogetherParts {
	const lists = createDeviceLists(() => localStorage);
	const finder = createFinder(urls.titles);
	const engine = createTogetherEngine({
		fetch: (...request) => fetch(...request),
		lists,
		worker: createWorkerEngine({
			urls,
			start: () =>
				new Worker(new URL('../engine/ranking.worker.ts', import.meta.url), { type: 'module' }),
			onprogress: ({ share }) => onshare(share),
		}),
	});
	const adder = new MemberAdder({
		read: readInWorker,
		finder,
		facts: urls.facts,
		lists,
		now: () => new Date(),
	});
	return {
		lists,
		engine,
		adder,
		close() {
			adder.stop();
			engine.close();
			finder.close();
		},
	};
}
