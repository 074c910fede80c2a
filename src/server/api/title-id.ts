import * as v from 'valibot';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { TitleIds } from '#core/catalogue/title-ids.ts';
import { issuesOf, type Parsed } from './schemas.ts';

/** A title as an address names it. */
export interface TitleId {
	readonly site: 'mal' | 'anilist';
	readonly id: number;
}

/** `1535` or `mal:1535` is an id of MyAnimeList, `anilist:1535` one of AniList. */
export const titleIdSchema = v.pipe(
	v.string(),
	v.regex(
		/^(?:(?:mal|anilist):)?[1-9]\d{0,7}$/,
		'must be a MyAnimeList id, or anilist: and an AniList id',
	),
	v.description('MyAnimeList id, or anilist: and an AniList id'),
	v.transform((text): TitleId => {
		const [site, id] = text.includes(':') ? text.split(':') : ['mal', text];
		return { site: site === 'anilist' ? site : 'mal', id: Number(id) };
	}),
);

const addressSchema = v.strictObject({ id: titleIdSchema });

/** Checks an address that is a title and nothing more. */
export function parseTitleId(id: string, query: URLSearchParams): Parsed<TitleId> {
	const result = v.safeParse(addressSchema, { ...Object.fromEntries(query), id });
	return result.success
		? { ok: true, request: result.output.id }
		: { ok: false, issues: issuesOf(result.issues) };
}

/**
 * MyAnimeList's id of a title. An AniList id that stands for several titles means the one with most members.
 * Undefined where the catalogue lacks it.
 */
export function resolveTitleId(
	{ site, id }: TitleId,
	catalogue: Pick<Catalogue, 'indexOf'>,
	ids: Pick<TitleIds, 'byAnilistId'>,
): number | undefined {
	const malId = site === 'anilist' ? ids.byAnilistId(id)[0] : id;
	return malId !== undefined && catalogue.indexOf(malId) !== undefined ? malId : undefined;
}
