import type { RecommendationAnswer } from '#core/rank/answer.ts';
import type { Toasts } from '#ui/shared/feedback/toasts.svelte.ts';
import type { Preferences } from '#ui/shared/preferences.svelte.ts';
import { shownTitle } from '#ui/shared/shown-title.ts';
import { createRemoteEngine } from '../engine/remote-engine.ts';
import { ListEditor } from '../profile/list-editor.svelte.ts';
import { createProfileStore } from '../profile/profile-store.ts';
import { scoreText } from '../profile/rating-scale.ts';
import type { NamedAnime } from '../search/title-finder.ts';
import { createWorkerFinder } from '../search/worker-finder.ts';
import { withRated } from '../state/changes.ts';
import { RecommendController } from '../state/recommend-controller.svelte.ts';
import { MAX_RATED, parseState } from '../state/url-state.ts';
import type { ShelfGroup } from './shelf-title.ts';
import { Shelf } from './shelf.svelte.ts';

export interface RateSessionOptions {
	/** What the server sent for the address that the visitor came with. */
	readonly start: {
		readonly answer: RecommendationAnswer | null;
		readonly rated: readonly NamedAnime[];
		readonly shelf: ShelfGroup;
		readonly titlesUrl: string;
		readonly params: URLSearchParams;
	};
	readonly preferences: Preferences;
	readonly toasts: Toasts;
	readonly navigate: (search: string, how: 'push' | 'replace') => void;
}

/** Wires the parts of the page on which a visitor rates titles; the list is in the address. */
export function createRateSession({ start, preferences, toasts, navigate }: RateSessionOptions) {
	const controller = new RecommendController({
		engine: createRemoteEngine({ fetch: (...request) => fetch(...request) }),
		state: parseState(start.params),
		answer: start.answer,
		names: start.rated,
		language: () => preferences.titleLanguage,
		navigate,
	});
	const store = createProfileStore({
		read: () => controller.state.rated,
		write(rated) {
			if (rated.length > MAX_RATED) return false;
			controller.change(withRated(controller.state, rated));
			return true;
		},
	});
	const editor = new ListEditor({
		store,
		say: (message, undo) => toasts.show(message, undo && { label: 'Undo', run: undo }),
		nameOf: (title) => shownTitle(title, preferences.titleLanguage).text,
		learn: (title) => controller.learn([title]),
	});
	const shelf = new Shelf({
		start: start.shelf,
		load: loadGroup,
		isRated: (malId) => editor.scoreOf(malId) !== undefined,
	});
	const finder = createWorkerFinder({
		titles: start.titlesUrl,
		start: () =>
			new Worker(new URL('../search/search.worker.ts', import.meta.url), { type: 'module' }),
	});
	return {
		controller,
		editor,
		shelf,
		finder,
		/** Marks suggestions that are on the list already. */
		markOf(malId: number): string | null {
			const score = editor.scoreOf(malId);
			return score === undefined ? null : scoreText(score);
		},
		turnTo(group: string): void {
			controller.change({ ...controller.state, group }, 'replace');
			void shelf.turnTo(group);
		},
		/** The address has changed, by a step of the page or by Back and Forward. */
		follow(search: string): void {
			controller.follow(search);
			void shelf.turnTo(controller.state.group ?? start.shelf.group);
		},
		close: () => finder.close(),
	};
}

async function loadGroup(group: string): Promise<ShelfGroup> {
	const response = await fetch(`/rate/groups/${group}`);
	if (!response.ok) throw new Error(`The group ${group} could not be fetched: ${response.status}.`);
	// Our own service, of the same version as this page.
	return (await response.json()) as ShelfGroup;
}
