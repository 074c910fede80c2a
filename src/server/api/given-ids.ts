import * as v from 'valibot';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { TitleIds } from '#core/catalogue/title-ids.ts';
import { malIdSchema } from './schemas.ts';
import { resolveTitleId, titleIdSchema } from './title-id.ts';

/** A title in a list of ids: a MyAnimeList id, or what an address takes (`anilist:21`). */
export const givenIdSchema = v.union([malIdSchema, titleIdSchema]);
export type GivenId = v.InferOutput<typeof givenIdSchema>;

/** What a title has in a body: one of both ids. */
export const eitherId = {
	malId: v.exactOptional(v.pipe(malIdSchema, v.description('MyAnimeList id'))),
	anilistId: v.exactOptional(
		v.pipe(malIdSchema, v.description('AniList id, where malId is left out')),
	),
};

/** What knows the ids of other sites. */
export interface IdSources {
	readonly catalogue: Pick<Catalogue, 'indexOf'>;
	readonly titleIds: Pick<TitleIds, 'byAnilistId'>;
}

/** Turns the ids of one request into those of MyAnimeList, and remembers what it could not turn. */
export class GivenIds {
	readonly #sources: IdSources;
	readonly #unknown = new Set<number>();

	constructor(sources: IdSources) {
		this.#sources = sources;
	}

	/** AniList ids that the catalogue does not know; each once. */
	get unknownAnilistIds(): readonly number[] {
		return [...this.#unknown];
	}

	/** MyAnimeList's id, or nothing; one of MyAnimeList is left as it is, whether known or not. */
	malId(given: GivenId): number[] {
		if (typeof given === 'number') return [given];
		if (given.site === 'mal') return [given.id];
		const { catalogue, titleIds } = this.#sources;
		const malId = resolveTitleId(given, catalogue, titleIds);
		if (malId !== undefined) return [malId];
		this.#unknown.add(given.id);
		return [];
	}

	/** The same with MyAnimeList's id in the place of either. */
	withMalId<T extends { readonly malId?: number; readonly anilistId?: number }>(
		given: readonly T[],
	): (Omit<T, 'malId' | 'anilistId'> & { readonly malId: number })[] {
		return given.flatMap(({ malId, anilistId, ...rest }) => {
			const id = malId ?? { site: 'anilist' as const, id: anilistId ?? 0 };
			return this.malId(id).map((known) => ({ ...rest, malId: known }));
		});
	}
}
