import type { ListEntry } from '#core/profile/list-entry.ts';
import type { PredictedScores } from '#core/rank/predicted-scores.ts';
import { DEFAULT_RANKING_OPTIONS, type Hidden } from '#core/rank/ranking-options.ts';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import { createRemoteEngine } from '#ui/recommend/engine/remote-engine.ts';
import type { EngineResult, LocalRankingEngine } from '#ui/recommend/engine/ranking-engine.ts';

/** Recommendations that the map draws. */
export const MOST_RANKED = 25;

/** What the map asks for a list, wherever that may go. */
export interface ListAsker {
	/** MyAnimeList ids, the best first, those for adults only if `adult`; null where nobody could say. */
	recommend(entries: readonly ListEntry[], adult: boolean): Promise<readonly number[] | null>;
	/** Points of 100 by MyAnimeList id; null likewise. */
	predict(entries: readonly ListEntry[]): Promise<ReadonlyMap<number, number> | null>;
}

/** What the visitor is not interested in, on this device. */
type AskHidden = () => Partial<Hidden>;

/** Asks the server; the list goes along and is not kept there. */
export function createRemoteAsker(transport: typeof fetch, hidden: AskHidden): ListAsker {
	const engine = createRemoteEngine({ fetch: transport });
	return {
		recommend: async (entries, adult) =>
			rankedOf(await engine.recommend(requestFor(entries, hidden(), adult))),
		async predict(entries) {
			try {
				const response = await transport('/api/v1/predictions', {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ entries }),
				});
				const body: unknown = response.ok ? await response.json() : null;
				return isPrediction(body) ? byId(body) : null;
			} catch {
				// Without a connection the map shows the list itself.
				return null;
			}
		},
	};
}

/** Asks the model on this device: the list goes nowhere. */
export function createLocalAsker(
	engine: Pick<LocalRankingEngine, 'recommend' | 'predictScores'>,
	hidden: AskHidden,
): ListAsker {
	return {
		recommend: async (entries, adult) =>
			rankedOf(await engine.recommend(requestFor(entries, hidden(), adult))),
		async predict(entries) {
			const result = await engine.predictScores(entries);
			return result.ok ? byId(result.answer) : null;
		},
	};
}

function requestFor(
	entries: readonly ListEntry[],
	hidden: Partial<Hidden>,
	adult: boolean,
): RecommendationRequest {
	return {
		...DEFAULT_RANKING_OPTIONS,
		entries,
		excludedEntries: [],
		excludedGenres: [],
		include: { extraSeasons: false, movies: false, specials: false, music: false },
		adult,
		hidden,
		offset: 0,
		limit: MOST_RANKED,
	};
}

function rankedOf(
	result: EngineResult<{ readonly page: { readonly items: readonly { malId: number }[] } }>,
): readonly number[] | null {
	return result.ok ? result.answer.page.items.map(({ malId }) => malId) : null;
}

function byId({ malIds, scores }: PredictedScores): ReadonlyMap<number, number> {
	return new Map(malIds.map((malId, at) => [malId, scores[at] ?? 0]));
}

/** Our own service, of the same version: the outside is enough to tell it from the page of a proxy. */
function isPrediction(body: unknown): body is PredictedScores {
	return (
		typeof body === 'object' &&
		body !== null &&
		'malIds' in body &&
		Array.isArray(body.malIds) &&
		'scores' in body &&
		Array.isArray(body.scores)
	);
}
