import type { RecommendedAnime } from '#core/rank/recommendation.ts';
import type { PlannedTitle } from '#files/planned-title.ts';
import { plannedAsJson, plannedAsMalXml, plannedAsTable } from '#files/write-planned.ts';
import { dayOf, type SavedFile } from '#ui/shared/save-file.ts';
import type { AnimeCards } from '../list/list-props.ts';

export type ExportFormat = 'csv' | 'json' | 'xml';

const WRITERS = {
	csv: { type: 'text/csv;charset=utf-8', write: plannedAsTable },
	json: { type: 'application/json', write: plannedAsJson },
	xml: { type: 'application/xml', write: plannedAsMalXml },
} as const;

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
	const { type, write } = WRITERS[format];
	const planned = items.map((item) => plannedTitle(item, cards, names));
	return {
		name: `sprout-recommendations-${dayOf(now)}.${format}`,
		type,
		text: write(planned),
	};
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
