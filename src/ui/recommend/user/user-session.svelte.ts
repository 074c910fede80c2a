import type { ListEntry } from '#core/profile/list-entry.ts';
import type { SiteListSummary, SiteUser } from '#core/profile/site-user.ts';
import type { RecommendationAnswer } from '#core/rank/answer.ts';
import type { HiddenChoices } from '../device/hidden-choices.svelte.ts';
import { createAddedEntries } from '../device/added-entries.ts';
import type { Plans } from '../device/plans.svelte.ts';
import { createUserEngine } from '../engine/remote-engine.ts';
import type { StoredValue } from '../device/stored-value.ts';
import type { ListEditor } from '../profile/list-editor.svelte.ts';
import type { Naming } from '../profile/naming.ts';
import { createProfileStore } from '../profile/profile-store.ts';
import type { NamedAnime, TitleFinder } from '../search/title-finder.ts';
import {
	createEditor,
	createHiddenChoices,
	createPlans,
	SERVER_PACE,
	type SessionSurroundings,
} from '../session-parts.ts';
import { RecommendController } from '../state/recommend-controller.svelte.ts';
import { parseState } from '../state/url-state.ts';

export interface UserSessionOptions extends SessionSurroundings {
	readonly user: SiteUser;
	/** What the server sent for the address that the visitor came with. */
	readonly start: {
		readonly answer: RecommendationAnswer;
		readonly list: SiteListSummary;
		/** Titles that are left out by the address. */
		readonly named: readonly NamedAnime[];
		readonly params: Pick<URLSearchParams, 'get'>;
	};
	readonly fetch: typeof fetch;
	/** Opens the search, which knows what titles are called. */
	readonly openFinder: () => TitleFinder;
}

/** The parts of the page of a list on another site: the server knows the list, the page only what came of it. */
export class UserSession {
	readonly controller: RecommendController;
	readonly hidden: HiddenChoices;
	readonly plans: Plans;
	/** What the visitor has seen beyond the list: kept on this device and sent along. */
	readonly added: ListEditor;
	readonly #kept: StoredValue<readonly ListEntry[]>;
	readonly #openFinder: () => TitleFinder;
	#entries = $state.raw<readonly ListEntry[]>([]);
	#naming = $state<Naming>('done');
	#list = $state.raw<SiteListSummary>({ entries: 0, unresolved: 0, ageMs: 0 });

	constructor({ user, start, fetch, openFinder, ...surroundings }: UserSessionOptions) {
		this.#list = start.list;
		this.controller = new RecommendController({
			engine: createUserEngine({ fetch, user, onlist: (list) => (this.#list = list) }),
			// Ratings in the address would be another list; here only the filters count.
			state: { ...parseState(start.params), rated: [] },
			answer: start.answer,
			names: start.named,
			entries: () => (this.#entries.length > 0 ? this.#entries : null),
			hidden: () => this.hidden.asked,
			plans: () => this.plans.entries,
			language: () => surroundings.preferences.titleLanguage,
			pace: SERVER_PACE,
			navigate: surroundings.navigate,
		});
		this.hidden = createHiddenChoices(this.controller, surroundings);
		this.plans = createPlans(surroundings, () => void this.controller.refresh());
		this.#kept = createAddedEntries(() => localStorage, user);
		this.#openFinder = openFinder;
		const store = createProfileStore({
			read: () => this.#entries,
			write: (entries) => this.#write(entries),
		});
		this.added = createEditor(store, this.controller, surroundings);
	}

	/** Whether the names of the added titles are there yet. */
	get naming(): Naming {
		return this.#naming;
	}

	/** Takes in what this device has added before; the server's first answer does not know of it. */
	open(): void {
		this.#entries = this.#kept.load();
		if (this.#entries.length === 0) return;
		void this.controller.refresh();
		void this.#name();
	}

	/** Another tab wrote something; `key` is null where it cleared everything. */
	follow(key: string | null): void {
		if (key !== null && key !== this.#kept.key) return;
		this.#entries = this.#kept.load();
		void this.controller.refresh();
		void this.#name();
	}

	/** Size and age of the list that the newest answer was made from. */
	get list(): SiteListSummary {
		return this.#list;
	}

	#write(entries: readonly ListEntry[]): boolean {
		if (!this.#kept.save(entries)) return false;
		this.#entries = entries;
		void this.controller.refresh();
		return true;
	}

	async #name(): Promise<void> {
		const nameless = this.#entries
			.map(({ malId }) => malId)
			.filter((malId) => !this.controller.names.has(malId));
		if (nameless.length === 0) return;
		this.#naming = 'loading';
		const finder = this.#openFinder();
		const named = await finder.name(nameless);
		finder.close();
		if (named.ok) this.controller.learn(named.titles);
		this.#naming = named.ok ? 'done' : 'failed';
	}
}
