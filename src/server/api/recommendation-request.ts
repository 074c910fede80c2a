import * as v from 'valibot';
import { LIST_STATUSES, MAX_SCORE } from '#core/profile/list-entry.ts';
import { SCORE_FORMATS } from '#core/profile/score-format.ts';
import type { RecommendationAnswer } from '#core/rank/answer.ts';
import type { Hidden } from '#core/rank/ranking-options.ts';
import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import { eitherId, GivenIds, givenIdSchema, type GivenId, type IdSources } from './given-ids.ts';
import { rankingOptionEntries } from './ranking-options-schema.ts';
import { issuesOf, MAX_ISSUES, type RequestIssue } from './schemas.ts';

export const MAX_ENTRIES = 5_000;
const MAX_EXCLUSIONS = 500;
const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 50;

const flag = v.optional(v.boolean(), false);

export const entrySchema = v.strictObject({
	...eitherId,
	score: v.optional(v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_SCORE))), null),
	status: v.optional(v.picklist(LIST_STATUSES), 'completed'),
});

/** Body of `POST /api/v1/recommendations`; all but the entries may be left out. */
export const recommendationRequestSchema = v.strictObject({
	entries: v.pipe(v.array(entrySchema), v.maxLength(MAX_ENTRIES)),
	excludedEntries: v.optional(v.pipe(v.array(givenIdSchema), v.maxLength(MAX_EXCLUSIONS)), []),
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

/** A request with MyAnimeList's ids alone, or what is wrong with it. */
export type ParsedRecommendation =
	| {
			readonly ok: true;
			readonly request: RecommendationRequest;
			/** AniList ids that the catalogue does not know: they take no part. */
			readonly unknownAnilistIds: readonly number[];
	  }
	| { readonly ok: false; readonly issues: readonly RequestIssue[] };

/** Checks a body and fills in the defaults. A title that stands twice counts once; the last wins. */
export function parseRecommendationRequest(
	body: unknown,
	sources: IdSources,
): ParsedRecommendation {
	// An array passes for an object with odd keys; its complaint would be about one of those.
	const result = v.safeParse(recommendationRequestSchema, Array.isArray(body) ? null : body);
	return parsedOf(result, sources);
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
export function parseUserRequest(body: unknown, sources: IdSources): ParsedRecommendation {
	return parsedOf(v.safeParse(userRequestSchema, Array.isArray(body) ? null : body), sources);
}

function parsedOf(
	result: v.SafeParseResult<typeof recommendationRequestSchema | typeof userRequestSchema>,
	sources: IdSources,
): ParsedRecommendation {
	if (!result.success) return { ok: false, issues: issuesOf(result.issues) };
	const issues = idIssues(result.output);
	if (issues.length > 0) return { ok: false, issues };
	const ids = new GivenIds(sources);
	const request = withMalIds(result.output, ids);
	return { ok: true, request, unknownAnilistIds: ids.unknownAnilistIds };
}

/** What a body says of titles. */
interface GivenTitles {
	readonly entries: readonly v.InferOutput<typeof entrySchema>[];
	readonly excludedEntries: readonly GivenId[];
	readonly whatIf?: v.InferOutput<typeof recommendationRequestSchema>['whatIf'];
	readonly hidden?: v.InferOutput<typeof recommendationRequestSchema>['hidden'];
}

/** The same body with MyAnimeList's ids alone. */
export function withMalIds<Body extends GivenTitles>(
	{ entries, excludedEntries, whatIf, hidden, ...rest }: Body,
	ids: GivenIds,
) {
	return {
		...rest,
		entries: entriesOf(entries, ids),
		excludedEntries: excludedEntries.flatMap((id) => ids.malId(id)),
		...(whatIf && { whatIf: ids.withMalId(whatIf) }),
		...(hidden && { hidden: hiddenOf(hidden, ids) }),
	};
}

/** Entries with MyAnimeList's ids; of entries of one title the last. */
export function entriesOf<Entry extends GivenTitles['entries'][number]>(
	entries: readonly Entry[],
	ids: GivenIds,
) {
	return [...new Map(ids.withMalId(entries).map((entry) => [entry.malId, entry])).values()];
}

/** What is hidden, with MyAnimeList's ids. */
export function hiddenOf(
	{ tags, ...kinds }: NonNullable<GivenTitles['hidden']>,
	ids: GivenIds,
): Partial<Hidden> {
	const resolved = Object.entries(kinds).map(([kind, given]) => [
		kind,
		given.flatMap((id) => ids.malId(id)),
	]);
	return { ...Object.fromEntries(resolved), ...(tags && { tags }) };
}

/** A title needs exactly one of both ids; says where it does not. */
export function idIssues(
	{ entries, whatIf = [] }: Pick<GivenTitles, 'entries' | 'whatIf'>,
	place = '',
): RequestIssue[] {
	const wrong = (list: string, given: readonly { malId?: number; anilistId?: number }[]) =>
		given.flatMap(({ malId, anilistId }, at) =>
			(malId === undefined) === (anilistId === undefined)
				? [
						{
							path: `${place}${list}.${at}.malId`,
							message: 'needs a malId or an anilistId, and not both',
						},
					]
				: [],
		);
	return [...wrong('entries', entries), ...wrong('whatIf', whatIf)].slice(0, MAX_ISSUES);
}

/** An answer that says which AniList ids of its request took no part, where there are any. */
export function withUnknownIds<Answer extends RecommendationAnswer>(
	answer: Answer,
	unknownAnilistIds: readonly number[],
): Answer {
	if (unknownAnilistIds.length === 0) return answer;
	return { ...answer, page: { ...answer.page, unknownAnilistIds } };
}
