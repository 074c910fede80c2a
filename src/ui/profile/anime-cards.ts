import type { ProfileAnalytics } from '#core/analytics/profile-analytics.ts';
import type { AnimeCards } from '#ui/recommend/list/list-props.ts';

/** The titles of several answers, by MyAnimeList id. */
export function animeCards(
	...answers: readonly (Pick<ProfileAnalytics, 'anime'> | null)[]
): AnimeCards {
	return new Map(
		answers.flatMap((answer) => answer?.anime.map((card) => [card.malId, card] as const) ?? []),
	);
}
