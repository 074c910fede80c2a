import * as v from 'valibot';
import type { SimilarRequest } from '#core/rank/similar-anime.ts';
import { issuesOf, malIdSchema, type Parsed } from './schemas.ts';

const MAX_LIMIT = 50;
const DEFAULT_LIMIT = 10;

/** Text of an address as a whole number; other text stays and is refused as no number. */
const wholeNumber = v.pipe(
	v.string(),
	v.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : text)),
);

/** Path and query of `GET /api/v1/anime/{malId}/similar`; the query may be left out. */
const similarRequestSchema = v.strictObject({
	malId: v.pipe(wholeNumber, malIdSchema),
	limit: v.optional(
		v.pipe(wholeNumber, v.number(), v.minValue(1), v.maxValue(MAX_LIMIT)),
		String(DEFAULT_LIMIT),
	),
	includeFranchise: v.optional(
		v.pipe(
			v.picklist(['true', 'false']),
			v.transform((text) => text === 'true'),
		),
		'false',
	),
});

/** Checks an address and fills in the defaults. Of a parameter that stands twice the last counts. */
export function parseSimilarRequest(malId: string, query: URLSearchParams): Parsed<SimilarRequest> {
	const result = v.safeParse(similarRequestSchema, { ...Object.fromEntries(query), malId });
	return result.success
		? { ok: true, request: result.output }
		: { ok: false, issues: issuesOf(result.issues) };
}
