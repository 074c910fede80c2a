import type { RecommendationAnswer } from '#core/rank/answer.ts';
import type { HiddenChoices } from '../device/hidden-choices.svelte.ts';
import type { Plans } from '../device/plans.svelte.ts';
import { createRemoteEngine } from '../engine/remote-engine.ts';
import type { ListEditor } from '../profile/list-editor.svelte.ts';
import { createProfileStore } from '../profile/profile-store.ts';
import type { NamedAnime, TitleFinder } from '../search/title-finder.ts';
import {
	createEditor,
	createFinder,
	createHiddenChoices,
	createPlans,
	SERVER_PACE,
	type SessionSurroundings,
} from '../session-parts.ts';
import { withRated } from '../state/changes.ts';
import { RecommendController } from '../state/recommend-controller.svelte.ts';
import { MAX_RATED, parseState } from '../state/url-state.ts';
import type { ShelfGroup } from './shelf-title.ts';
import { Shelf } from './shelf.svelte.ts';

export interface RateSessionOptions extends SessionSurroundings {
	/** What the server sent for the address that the visitor came with. */
	readonly start: {
		readonly answer: RecommendationAnswer | null;
		readonly rated: readonly NamedAnime[];
		readonly shelf: ShelfGroup;
		readonly titlesUrl: string;
		readonly params: Pick<URLSearchParams, 'get'>;
	};
}

/** The parts of the page on which a visitor rates titles; the list is in the address. */
export class RateSession {
	readonly controller: RecommendController;
	readonly editor: ListEditor;
	readonly hidden: HiddenChoices;
	readonly plans: Plans;
	readonly shelf: Shelf;
	readonly finder: TitleFinder;

	constructor({ start, ...surroundings }: RateSessionOptions) {
		const controller = new RecommendController({
			engine: createRemoteEngine({ fetch: (...request) => fetch(...request) }),
			state: parseState(start.params),
			answer: start.answer,
			names: start.rated,
			hidden: () => this.hidden.asked,
			plans: () => this.plans.entries,
			language: () => surroundings.preferences.titleLanguage,
			pace: SERVER_PACE,
			navigate: surroundings.navigate,
		});
		const store = createProfileStore({
			read: () => controller.state.rated,
			write(rated) {
				if (rated.length > MAX_RATED) return false;
				controller.change(withRated(controller.state, rated));
				return true;
			},
		});
		const editor = createEditor(store, controller, surroundings);
		this.controller = controller;
		this.editor = editor;
		this.hidden = createHiddenChoices(controller, surroundings);
		this.plans = createPlans(surroundings, () => void controller.refresh());
		this.shelf = new Shelf({
			start: start.shelf,
			load: loadGroup,
			isRated: (malId) => editor.scoreOf(malId) !== undefined,
		});
		this.finder = createFinder(start.titlesUrl);
	}

	turnTo(group: string): void {
		this.controller.change({ ...this.controller.state, group }, 'replace');
		void this.shelf.turnTo(group);
	}

	/** The address has changed, by a step of the page or by Back and Forward. */
	follow(search: string): void {
		this.controller.follow(search);
		void this.shelf.turnTo(this.controller.state.group);
	}
}

async function loadGroup(group: string): Promise<ShelfGroup> {
	const response = await fetch(`/rate/groups/${group}`);
	if (!response.ok) throw new Error(`The group ${group} could not be fetched: ${response.status}.`);
	// Our own service, of the same version as this page.
	return (await response.json()) as ShelfGroup;
}
