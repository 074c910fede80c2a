import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RankingModel, SimilarTitle } from '../model/recommender.ts';
import { cardOf, type SimilarAnswer } from './answer.ts';
import { isClip } from './entry-points.ts';
import { franchiseOf } from './franchise-rules.ts';
import type { ItemMap } from './item-map.ts';
import { createSharedFacts } from './shared-facts.ts';
import type { SimilarAnime, SimilarReason, SimilarRequest } from './similar-anime.ts';

/**
 * Least parts that are told as reasons; fewer than one pair in a hundred has either. Audience is 0 for most
 * pairs, taste is 0.4 or more for the nearest hundred of a title.
 */
const LEAST_AUDIENCE = 0.15;
const LEAST_TASTE = 0.4;
/** Titles that are looked at for each one wanted: seasons of one story count once. */
const LOOKED_AT_FOR_EACH = 12;

/** A similar title of the model, and the one that appears for it. */
interface Found {
	readonly index: number;
	readonly shown: number;
	readonly title: SimilarTitle;
}

/**
 * Joins catalogue and model to what answers "what is like this one?".
 *
 * - Of another franchise one title appears: the start of the story that the most similar member leads back to.
 * - The own franchise appears only when asked for, and then each member by itself.
 * - Recaps never appear, nor clips unless a clip is asked about, nor adult titles unless an adult one is.
 *
 * @returns undefined for a title that the catalogue lacks
 */
export function createSimilarity(
	catalogue: Catalogue,
	model: Pick<RankingModel, 'items' | 'similar'>,
	map: ItemMap,
): (request: SimilarRequest) => SimilarAnswer | undefined {
	const sharedBy = createSharedFacts(catalogue);
	return (request) => {
		const { malId, limit } = request;
		const asked = catalogue.indexOf(malId);
		if (asked === undefined) return undefined;
		const own = map.franchises.get(franchiseOf(catalogue, asked))?.items.length ?? 0;
		const count = Math.min(model.items.length - 1, own + limit * LOOKED_AT_FOR_EACH);
		const titles = model.similar(map.itemOfIndex[asked] ?? -1, count);
		const found = appearing(catalogue, map, titles, asked, request);
		const best = Math.max(...found.map(({ title }) => title.score));
		const items = found.map(({ index, shown, title }): SimilarAnime => {
			const anime = catalogue.anime(shown);
			return {
				malId: anime.malId,
				likeness: best > 0 ? Math.max(0, title.score / best) : 0,
				reasons: reasonsOf(catalogue, asked, index, title),
				shared: sharedBy(catalogue.anime(asked), anime),
				standsFor: index === shown ? null : catalogue.anime(index).malId,
			};
		});
		const mentioned = [
			malId,
			...items.flatMap((item) => [item.malId, item.standsFor ?? []]).flat(),
		];
		const anime = [...new Set(mentioned)].flatMap((id) => cardOf(catalogue, id) ?? []);
		return { malId, items, anime };
	};
}

/** What appears, most similar first, as much as is wanted. */
function appearing(
	catalogue: Catalogue,
	map: ItemMap,
	titles: readonly SimilarTitle[],
	asked: number,
	{ includeFranchise, limit }: SimilarRequest,
): Found[] {
	const about = catalogue.anime(asked);
	const ownFranchise = franchiseOf(catalogue, asked);
	const mayAppear = (index: number) => {
		const anime = catalogue.anime(index);
		if (anime.adult && !about.adult) return false;
		if (isClip(anime) && !isClip(about)) return false;
		return !catalogue.relations(index).some(({ kind }) => kind === 'full-story');
	};
	const passed = new Set<number>();
	const found: Found[] = [];
	for (const title of titles) {
		if (found.length === limit) break;
		const index = map.indexOfItem[title.title] ?? -1;
		const franchise = franchiseOf(catalogue, index);
		if (franchise === ownFranchise) {
			if (includeFranchise && mayAppear(index)) found.push({ index, shown: index, title });
			continue;
		}
		if (passed.has(franchise)) continue;
		const shown = map.franchises.get(franchise)?.entryPoints.of(index).find(mayAppear);
		if (shown === undefined) continue;
		passed.add(franchise);
		found.push({ index, shown, title });
	}
	return found;
}

function reasonsOf(
	catalogue: Catalogue,
	asked: number,
	index: number,
	{ audience, taste, linked }: SimilarTitle,
): SimilarReason[] {
	const reasons: SimilarReason[] = [];
	const isKin = franchiseOf(catalogue, asked) === franchiseOf(catalogue, index);
	const isRelated = catalogue.relations(asked).some(({ to }) => to === index);
	if (isKin) reasons.push('same-franchise');
	else if (isRelated) reasons.push('related');
	// A link is a relation, a place beside each other in a franchise, or a recommendation.
	else if (linked) reasons.push('recommended');
	if (audience >= LEAST_AUDIENCE) reasons.push('same-audience');
	if (taste >= LEAST_TASTE) reasons.push('same-taste');
	return reasons;
}
