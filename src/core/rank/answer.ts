import type { Anime } from '../catalogue/anime.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RecommendationPage } from './recommendation.ts';
import type { SimilarAnime } from './similar-anime.ts';

/** The facts of a title that a row of the list shows. */
export type AnimeCard = Omit<Anime, 'index' | 'synonyms'>;

/** A page of recommendations with the facts of every title it mentions: what the API and the worker answer. */
export interface RecommendationAnswer {
	readonly page: RecommendationPage;
	/** Recommended titles, titles they stand for and contributors; each once. */
	readonly anime: readonly AnimeCard[];
}

/** Titles like one, most similar first, with the facts of every title it mentions. */
export interface SimilarAnswer {
	/** The title asked for. */
	readonly malId: number;
	readonly items: readonly SimilarAnime[];
	/** The title itself, those like it and those they stand for; each once. */
	readonly anime: readonly AnimeCard[];
}

/** The facts that a row shows, or undefined where the catalogue lacks the title. */
export function cardOf(catalogue: Catalogue, malId: number): AnimeCard | undefined {
	const index = catalogue.indexOf(malId);
	if (index === undefined) return undefined;
	const { index: _index, synonyms: _synonyms, ...card } = catalogue.anime(index);
	return card;
}
