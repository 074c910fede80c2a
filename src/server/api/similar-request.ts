import * as v from 'valibot';
import type { SimilarRequest } from '#core/rank/similar-anime.ts';
import { issuesOf, wholeNumber, type Parsed } from './schemas.ts';
import { titleIdSchema, type TitleId } from './title-id.ts';

const MAX_LIMIT = 50;
const DEFAULT_LIMIT = 10;

/** Query of `GET /api/v1/anime/{id}/similar`; all of it may be left out. */
export const similarQuerySchema = v.strictObject({
	limit: v.optional(
		v.pipe(
			wholeNumber,
			v.number(),
			v.integer(),
			v.minValue(1),
			v.maxValue(MAX_LIMIT),
			v.description('most titles to give'),
		),
		String(DEFAULT_LIMIT),
	),
	includeFranchise: v.optional(
		v.pipe(
			v.picklist(['true', 'false']),
			v.transform((text) => text === 'true'),
			v.boolean(),
			v.description('members of its own franchise may be given'),
		),
		'false',
	),
});

const similarRequestSchema = v.strictObject({ ...similarQuerySchema.entries, id: titleIdSchema });

/** {@link SimilarRequest} before anybody looked which title is meant. */
export interface SimilarQuestion extends Omit<SimilarRequest, 'malId'> {
	readonly id: TitleId;
}

/** Checks an address and fills in the defaults. Of a parameter that stands twice the last counts. */
export function parseSimilarRequest(id: string, query: URLSearchParams): Parsed<SimilarQuestion> {
	const result = v.safeParse(similarRequestSchema, { ...Object.fromEntries(query), id });
	return result.success
		? { ok: true, request: result.output }
		: { ok: false, issues: issuesOf(result.issues) };
}
