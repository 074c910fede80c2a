import type { ListEntry } from '#core/profile/list-entry.ts';
import type { AnimeCard } from '#core/rank/answer.ts';
import type { Hidden } from '#core/rank/ranking-options.ts';
import type { RecommendationPage } from '#core/rank/recommendation.ts';

/** What this device knows and an answer did not. */
export interface Unwanted {
	readonly hidden: Partial<Hidden>;
	/** MyAnimeList ids of plans that are not to be shown. */
	readonly plans: readonly number[];
}

/**
 * Takes rows away that the visitor does not want to see, before the next answer comes. Of a hidden franchise only the
 * member that was hidden is known here; the answer leaves the others out.
 */
export function withoutUnwanted(
	pages: readonly RecommendationPage[],
	cards: ReadonlyMap<number, AnimeCard>,
	{ hidden, plans }: Unwanted,
): RecommendationPage[] {
	const planned = new Set(plans);
	const isHidden = hiddenBy(hidden);
	return pages.map((page) => ({
		...page,
		items: page.items.filter(
			({ malId }) => !planned.has(malId) && !isHidden(cards.get(malId) ?? { malId }),
		),
	}));
}

/** Tells which titles a device hides, as far as their facts are known; see {@link withoutUnwanted}. */
export function hiddenBy(
	hidden: Partial<Hidden>,
): (title: Pick<AnimeCard, 'malId'> & Partial<AnimeCard>) => boolean {
	const ids = new Set([...(hidden.titles ?? []), ...(hidden.franchises ?? [])]);
	const tags = new Set(hidden.tags);
	return ({ malId, genres = [], themes = [], demographics = [] }) =>
		ids.has(malId) || [...genres, ...themes, ...demographics].some((tag) => tags.has(tag));
}

/** A list with the plans of this device, but for what it says itself. */
export function withPlans(
	entries: readonly ListEntry[],
	plans: readonly ListEntry[],
): readonly ListEntry[] {
	if (plans.length === 0) return entries;
	const known = new Set(entries.map(({ malId }) => malId));
	return [...entries, ...plans.filter(({ malId }) => !known.has(malId))];
}
