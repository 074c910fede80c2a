import { createWorkerEngine } from '../engine/worker-engine.ts';
import type { LocalRankingEngine } from '../engine/ranking-engine.ts';
import type { BundleUrls } from '../engine/worker-messages.ts';
import type { HiddenChoices } from '../device/hidden-choices.svelte.ts';
import type { Plans } from '../device/plans.svelte.ts';
import type { DeviceList, DeviceListStore } from '../profile/device-list.ts';
import type { ListEditor } from '../profile/list-editor.svelte.ts';
import type { Naming } from '../profile/naming.ts';
import { createProfileStore } from '../profile/profile-store.ts';
import type { TitleFinder } from '../search/title-finder.ts';
import {
	createEditor,
	createFinder,
	createHiddenChoices,
	createPlans,
	type SessionSurroundings,
} from '../session-parts.ts';
import { RecommendController } from '../state/recommend-controller.svelte.ts';
import { parseState } from '../state/url-state.ts';

export interface ListSessionOptions extends SessionSurroundings {
	readonly list: DeviceList;
	readonly lists: DeviceListStore;
	readonly urls: BundleUrls;
	readonly params: Pick<URLSearchParams, 'get'>;
}

/** The parts of the page of an imported list: everything that it needs runs and stays on this device. */
export class ListSession {
	readonly controller: RecommendController;
	readonly editor: ListEditor;
	readonly hidden: HiddenChoices;
	readonly plans: Plans;
	readonly finder: TitleFinder;
	readonly #engine: LocalRankingEngine;
	// The empty list only stands in until the constructor runs.
	#list = $state.raw<DeviceList>({ name: '', importedAt: '', entries: [] });
	#share = $state(0);
	#naming = $state<Naming>('loading');

	constructor(options: ListSessionOptions) {
		this.#list = options.list;
		this.#engine = createWorkerEngine({
			urls: options.urls,
			start: () =>
				new Worker(new URL('../engine/ranking.worker.ts', import.meta.url), { type: 'module' }),
			onprogress: ({ share }) => (this.#share = share),
		});
		this.controller = new RecommendController({
			engine: this.#engine,
			// Ratings in the address are another list; here only the filters count.
			state: { ...parseState(options.params), rated: [] },
			entries: () => this.#list.entries,
			hidden: () => this.hidden.asked,
			plans: () => this.plans.entries,
			language: () => options.preferences.titleLanguage,
			navigate: options.navigate,
		});
		const store = createProfileStore({
			read: () => this.#list.entries,
			write: (entries) => this.#write({ ...this.#list, entries }, options.lists),
		});
		this.editor = createEditor(store, this.controller, options);
		this.hidden = createHiddenChoices(this.controller, options);
		this.plans = createPlans(options, () => void this.controller.refresh());
		this.finder = createFinder(options.urls.titles);
	}

	get list(): DeviceList {
		return this.#list;
	}

	/** How much of the model has arrived, 0–1. */
	get share(): number {
		return this.#share;
	}

	/** Whether the names of the list's titles are there yet. */
	get naming(): Naming {
		return this.#naming;
	}

	/** Ranks the list and learns the names of its titles. */
	async open(): Promise<void> {
		void this.controller.refresh();
		const named = await this.finder.name(this.#list.entries.map(({ malId }) => malId));
		if (named.ok) this.controller.learn(named.titles);
		this.#naming = named.ok ? 'done' : 'failed';
	}

	close(): void {
		this.#engine.close();
		this.finder.close();
	}

	#write(list: DeviceList, lists: DeviceListStore): boolean {
		if (!lists.save(list)) return false;
		this.#list = list;
		void this.controller.refresh();
		return true;
	}
}
