import type { LaneFilters, LaneItem } from '#core/rank/lanes/lane.ts';
import type { HidingStep } from '../device/hidden-choices.svelte.ts';
import type { NamedAnime } from '../search/title-finder.ts';
import type { RecommendState } from '../state/url-state.ts';

/** The state in which the main list goes on with a lane; what the visitor has filtered stays. */
export function showAll(state: RecommendState, { only, popularity }: LaneFilters): RecommendState {
	const { options } = state;
	return {
		...state,
		view: 'list',
		open: null,
		options: {
			...options,
			only: { ...options.only, ...only },
			popularity: { ...options.popularity, ...popularity },
		},
	};
}

/**
 * What "not interested" hides: of a story that is new to the visitor all of it, or its next part would take the
 * place; of one that was begun or planned only this title.
 */
export function hidingStep(
	{ franchiseSize, planned, versionOf, reason }: LaneItem,
	title: NamedAnime,
): HidingStep {
	const isBegun =
		reason.kind === 'next' || (reason.kind === 'season' && reason.after !== null) || planned;
	const whole = franchiseSize > 1 && !isBegun && versionOf === null;
	return { kind: whole ? 'franchise' : 'title', title };
}
