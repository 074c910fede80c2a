import * as v from 'valibot';
import { LIST_STATUSES, MAX_SCORE, type ListEntry } from '#core/profile/list-entry.ts';
import { SCORE_FORMATS } from '#core/profile/score-format.ts';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import { rankingOptionEntries } from './ranking-options-schema.ts';
import { issuesOf, malIdSchema, type Parsed } from './schemas.ts';

export const MAX_ENTRIES = 5_000;
const MAX_EXCLUSIONS = 500;
const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 50;

const flag = v.optional(v.boolean(), false);

export const entrySchema = v.strictObject({
	malId: malIdSchema,
	score: v.optional(v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_SCORE))), null),
	status: v.optional(v.picklist(LIST_STATUSES), 'completed'),
});

/** Body of `POST /api/v1/recommendations`; all but the entries may be left out. */
export const recommendationRequestSchema = v.strictObject({
	entries: v.pipe(v.array(entrySchema), v.maxLength(MAX_ENTRIES)),
	excludedEntries: v.optional(v.pipe(v.array(malIdSchema), v.maxLength(MAX_EXCLUSIONS)), []),
	excludedGenres: v.optional(
		v.pipe(
			v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(60))),
			v.maxLength(MAX_EXCLUSIONS),
		),
		[],
	),
	include: v.optional(
		v.strictObject({ extraSeasons: flag, movies: flag, specials: flag, music: flag }),
		{},
	),
	...rankingOptionEntries,
	scoreFormat: v.exactOptional(v.picklist(SCORE_FORMATS)),
	offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)), 0),
	limit: v.optional(
		v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_LIMIT)),
		DEFAULT_LIMIT,
	),
});

/** Checks a body and fills in the defaults. An id that stands twice counts once; the last wins. */
export function parseRecommendationRequest(body: unknown): Parsed<RecommendationRequest> {
	// An array passes for an object with odd keys; its complaint would be about one of those.
	const result = v.safeParse(recommendationRequestSchema, Array.isArray(body) ? null : body);
	return parsedOf(result);
}

/**
 * Body of `POST /api/v1/users/{source}/{name}/recommendations`: the same, but the site knows the list and entries
 * only add to it.
 */
export const userRequestSchema = v.strictObject({
	...recommendationRequestSchema.entries,
	entries: v.optional(recommendationRequestSchema.entries.entries, []),
});

/** {@link parseRecommendationRequest} where the list comes from elsewhere. */
export function parseUserRequest(body: unknown): Parsed<RecommendationRequest> {
	return parsedOf(v.safeParse(userRequestSchema, Array.isArray(body) ? null : body));
}

function parsedOf(
	result: v.SafeParseResult<typeof recommendationRequestSchema | typeof userRequestSchema>,
): Parsed<RecommendationRequest> {
	if (!result.success) return { ok: false, issues: issuesOf(result.issues) };
	return { ok: true, request: { ...result.output, entries: eachOnce(result.output.entries) } };
}

/** Of entries of one title the last. */
export function eachOnce(entries: readonly ListEntry[]): ListEntry[] {
	return [...new Map(entries.map((entry) => [entry.malId, entry])).values()];
}
