import type { ListSite } from '#core/profile/site-list.ts';
import type { Toasts } from '#ui/shared/feedback/toasts.svelte.ts';
import type { Preferences } from '#ui/shared/preferences.svelte.ts';
import { shownTitle } from '#ui/shared/shown-title.ts';
import { HiddenChoices } from './device/hidden-choices.svelte.ts';
import { createHiddenStore } from './device/hidden-store.ts';
import { createPlanStore } from './device/plan-store.ts';
import { Plans } from './device/plans.svelte.ts';
import { createDetailsFinder } from './details/details-finder.ts';
import type { RowSources } from './list/list-props.ts';
import { ListEditor } from './profile/list-editor.svelte.ts';
import type { ProfileStore } from './profile/profile-store.ts';
import { scoreText } from './profile/rating-scale.ts';
import type { TitleFinder } from './search/title-finder.ts';
import { createWorkerFinder } from './search/worker-finder.ts';
import type { Pace } from './state/paced.ts';
import type { RecommendController } from './state/recommend-controller.svelte.ts';

/** What both kinds of session bring along: the page's own parts. */
export interface SessionSurroundings {
	readonly preferences: Preferences;
	readonly toasts: Toasts;
	readonly navigate: (search: string, how: 'push' | 'replace') => void;
}

/** The editor of a list whose steps are told in toasts, each with a way back. */
export function createEditor(
	store: ProfileStore,
	controller: RecommendController,
	{ preferences, toasts }: SessionSurroundings,
): ListEditor {
	return new ListEditor({
		store,
		say: (message, undo) => toasts.show(message, undo && { label: 'Undo', run: undo }),
		nameOf: (title) => shownTitle(title, preferences.titleLanguage).text,
		learn: (title) => controller.learn([title]),
	});
}

/** What is hidden on this device; steps are told in toasts, each with a way back. */
export function createHiddenChoices(
	controller: RecommendController,
	{ preferences, toasts }: Pick<SessionSurroundings, 'preferences' | 'toasts'>,
): HiddenChoices {
	return new HiddenChoices({
		store: createHiddenStore(() => localStorage),
		say: (message, undo) => toasts.show(message, undo && { label: 'Undo', run: undo }),
		nameOf: (title) => shownTitle(title, preferences.titleLanguage).text,
		onchange() {
			controller.dropUnwanted();
			void controller.refresh();
		},
	});
}

/** What is planned on this device; likewise. */
export function createPlans(
	{ preferences, toasts }: Pick<SessionSurroundings, 'preferences' | 'toasts'>,
	onchange: () => void = () => {},
): Plans {
	return new Plans({
		store: createPlanStore(() => localStorage),
		say: (message, undo) => toasts.show(message, undo && { label: 'Undo', run: undo }),
		nameOf: (title) => shownTitle(title, preferences.titleLanguage).text,
		onchange,
	});
}

/** The search over the whole catalogue, in its own worker. The literal `new Worker(…)` is what Vite looks for. */
export function createFinder(titlesUrl: string): TitleFinder {
	return createWorkerFinder({
		titles: titlesUrl,
		start: () =>
			new Worker(new URL('./search/search.worker.ts', import.meta.url), { type: 'module' }),
	});
}

/**
 * Where the rows of a page find more about titles: all of them are asked for together, once the page is there.
 *
 * @param reachable whether there is network to answer such questions from
 */
export function remoteSources(site: ListSite | null, reachable: boolean): RowSources {
	const whenIdle = reachable ? (run: () => void) => void setTimeout(run, PAUSE_MS) : undefined;
	const details = createDetailsFinder({ fetch: (...request) => fetch(...request), whenIdle });
	return { site, details, detailsOnRequest: false };
}

/** The same for a list that stays on the device: nobody learns which titles are shown. */
export function privateSources(): RowSources {
	const details = createDetailsFinder({ fetch: (...request) => fetch(...request) });
	return { site: null, details, detailsOnRequest: true };
}

/** For an engine that is a server: it is asked when a slider comes to rest for a moment. */
export const SERVER_PACE: Pace = {
	waitMs: 150,
	after(waitMs, run) {
		const timer = setTimeout(run, waitMs);
		return () => clearTimeout(timer);
	},
};

/** After an answer, before the details of its rows are asked for: nobody opens a row sooner. */
const PAUSE_MS = 400;

/** The score that marks a suggestion which is on the list already. */
export function markOf(editor: ListEditor, malId: number): string | null {
	const score = editor.scoreOf(malId);
	return score === undefined ? null : scoreText(score);
}
