import * as v from 'valibot';
import { LIST_STATUSES, MAX_SCORE } from '#core/profile/list-entry.ts';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';

const MAX_ENTRIES = 5_000;
const MAX_EXCLUSIONS = 500;
const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 50;

const malId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const flag = v.optional(v.boolean(), false);

const entrySchema = v.strictObject({
	malId,
	score: v.optional(v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_SCORE))), null),
	status: v.optional(v.picklist(LIST_STATUSES), 'completed'),
});

/** Body of `POST /api/v1/recommendations`; all but the entries may be left out. */
export const recommendationRequestSchema = v.strictObject({
	entries: v.pipe(v.array(entrySchema), v.maxLength(MAX_ENTRIES)),
	excludedEntries: v.optional(v.pipe(v.array(malId), v.maxLength(MAX_EXCLUSIONS)), []),
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
	adult: flag,
	offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)), 0),
	limit: v.optional(
		v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_LIMIT)),
		DEFAULT_LIMIT,
	),
});

export type ParsedRequest =
	| { readonly ok: true; readonly request: RecommendationRequest }
	| {
			readonly ok: false;
			readonly issues: readonly { readonly path: string; readonly message: string }[];
	  };

/** Most issues that an answer lists; a list of 5,000 broken entries needs no 5,000 lines. */
const MAX_ISSUES = 10;

/** Checks a body and fills in the defaults. An id that stands twice counts once; the last wins. */
export function parseRecommendationRequest(body: unknown): ParsedRequest {
	// An array passes for an object with odd keys; its complaint would be about one of those.
	const result = v.safeParse(recommendationRequestSchema, Array.isArray(body) ? null : body);
	if (result.success) {
		const byId = new Map(result.output.entries.map((entry) => [entry.malId, entry]));
		return { ok: true, request: { ...result.output, entries: [...byId.values()] } };
	}
	const issues = result.issues
		.slice(0, MAX_ISSUES)
		.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message }));
	return { ok: false, issues };
}
