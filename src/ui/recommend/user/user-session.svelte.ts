import type { SiteListSummary, SiteUser } from '#core/profile/site-user.ts';
import type { RecommendationAnswer } from '#core/rank/answer.ts';
import type { HiddenChoices } from '../device/hidden-choices.svelte.ts';
import { createUserEngine } from '../engine/remote-engine.ts';
import type { NamedAnime } from '../search/title-finder.ts';
import { createHiddenChoices, type SessionSurroundings } from '../session-parts.ts';
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
}

/** The parts of the page of a list on another site: the server knows the list, the page only what came of it. */
export class UserSession {
	readonly controller: RecommendController;
	readonly hidden: HiddenChoices;
	#list = $state.raw<SiteListSummary>({ entries: 0, unresolved: 0, ageMs: 0 });

	constructor({ user, start, fetch, ...surroundings }: UserSessionOptions) {
		this.#list = start.list;
		this.controller = new RecommendController({
			engine: createUserEngine({ fetch, user, onlist: (list) => (this.#list = list) }),
			// Ratings in the address would be another list; here only the filters count.
			state: { ...parseState(start.params), rated: [] },
			answer: start.answer,
			names: start.named,
			entries: () => null,
			hidden: () => this.hidden.asked,
			language: () => surroundings.preferences.titleLanguage,
			navigate: surroundings.navigate,
		});
		this.hidden = createHiddenChoices(this.controller, surroundings);
	}

	/** Size and age of the list that the newest answer was made from. */
	get list(): SiteListSummary {
		return this.#list;
	}
}
