import type { Anime } from '../catalogue/anime.ts';
import type { RecommendationPage } from './recommendation.ts';

/** The facts of a title that a row of the list shows. */
export type AnimeCard = Omit<Anime, 'index' | 'synonyms'>;

/** A page of recommendations with the facts of every title it mentions: what the API and the worker answer. */
export interface RecommendationAnswer {
	readonly page: RecommendationPage;
	/** Recommended titles, titles they stand for and contributors; each once. */
	readonly anime: readonly AnimeCard[];
}
