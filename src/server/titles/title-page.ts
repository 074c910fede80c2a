import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { cardOf, type SimilarAnswer } from '#core/rank/answer.ts';
import type { Audience } from '#core/rank/audience.ts';
import type { TitlePage } from '#core/rank/title-page.ts';
import { watchOrder } from '#core/rank/watch-order.ts';
import type { RankingService } from '../ranking/ranking-service.ts';
import type { TitleDetailsService } from './title-details-service.ts';

/** Similar titles that the audience is told from, and those of them that are shown. */
const LOOKED_AT = 24;
const SHOWN = 6;
/**
 * What the store has is there at once, and where AniList can't be asked nobody waits. What came later than the page
 * would move all that stands below it.
 */
const DETAILS_PATIENCE_MS = 1_200;

/** The parts that this takes. */
export interface TitlePageParts {
	readonly catalogue: Catalogue;
	readonly ranking: Pick<RankingService, 'ask'>;
	readonly titleDetails: Pick<TitleDetailsService, 'get'>;
	readonly audienceOf: (similar: SimilarAnswer) => Audience | null;
}

/**
 * Gathers the page of a title; whole, though poorer, when the ranking or the network fails.
 *
 * @returns undefined where the catalogue lacks the title
 * @throws whatever the ranking threw, which is a bug
 */
export async function titlePage(
	{ catalogue, ranking, titleDetails, audienceOf }: TitlePageParts,
	malId: number,
	signal: AbortSignal,
): Promise<TitlePage | undefined> {
	const index = catalogue.indexOf(malId);
	const card = cardOf(catalogue, malId);
	const order = watchOrder(catalogue, malId);
	if (index === undefined || card === undefined || order === undefined) return undefined;
	const patience = AbortSignal.any([signal, AbortSignal.timeout(DETAILS_PATIENCE_MS)]);
	const [outcome, details] = await Promise.all([
		ranking.ask('similar', { malId, limit: LOOKED_AT, includeFranchise: false }, signal),
		titleDetails.get([malId], patience),
	]);
	const similar = outcome.ok ? (outcome.answer ?? null) : null;
	const audience = similar === null ? null : audienceOf(similar);
	return {
		card,
		synonyms: catalogue.anime(index).synonyms,
		order,
		similar: similar === null ? null : firstOf(similar),
		audience: audience && {
			...audience,
			anime: audience.titles.flatMap((id) => cardOf(catalogue, id) ?? []),
		},
		details: details.get(malId) ?? null,
	};
}

function firstOf({ malId, items, anime }: SimilarAnswer): SimilarAnswer {
	const shown = items.slice(0, SHOWN);
	const named = new Set(shown.flatMap((item) => [item.malId, item.standsFor ?? item.malId]));
	return { malId, items: shown, anime: anime.filter((card) => named.has(card.malId)) };
}
