import type { RecommendedAnime } from '#core/rank/recommendation.ts';
import type { PlannedTitle } from '#files/planned-title.ts';
import type { SavedFile } from '#ui/shared/save-file.ts';
import type { AnimeCards } from '../list/list-props.ts';
import { plannedFile, type ExportFormat } from './planned-file.ts';

/**
 * Writes the rows in hand as a file of titles to watch (docs/list-format.md). It names nobody.
 *
 * @param names titles by MyAnimeList id, those of the list among them
 * @param now the day of the visitor's own calendar counts
 */
export function savedRecommendations(
	items: readonly RecommendedAnime[],
	cards: AnimeCards,
	names: ReadonlyMap<number, { readonly title: string }>,
	format: ExportFormat,
	now: Date,
): SavedFile {
	const planned = items.map((item) => plannedTitle(item, cards, names));
	return plannedFile('sprout-recommendations', planned, format, now);
}

function plannedTitle(
	{ malId, place, predictedScore, match, strength, contributions }: RecommendedAnime,
	cards: AnimeCards,
	names: ReadonlyMap<number, { readonly title: string }>,
): PlannedTitle {
	const card = cards.get(malId);
	return {
		malId,
		anilistId: card?.anilistId ?? null,
		title: card?.title ?? '',
		english: card?.english ?? null,
		type: card?.type ?? null,
		episodes: card?.episodes ?? null,
		year: card?.year ?? null,
		place,
		predictedScore,
		match: Math.round(match * 1000) / 1000,
		strength,
		because: contributions
			.filter(({ sign }) => sign > 0)
			.flatMap((one) => names.get(one.malId)?.title ?? []),
	};
}
