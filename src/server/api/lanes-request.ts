import * as v from 'valibot';
import type { LanesRequest } from '#core/rank/lanes/lane.ts';
import { GivenIds, type IdSources } from './given-ids.ts';
import {
	idIssues,
	recommendationRequestSchema,
	userRequestSchema,
	withMalIds,
} from './recommendation-request.ts';
import { issuesOf, type Parsed } from './schemas.ts';

const today = v.exactOptional(v.pipe(v.string(), v.isoDate()));

const {
	offset: _offset,
	limit: _limit,
	facets: _facets,
	...listEntries
} = recommendationRequestSchema.entries;

/** Body of `POST /api/v1/lanes`: that of recommendations but for what pages them, and the day. */
export const lanesRequestSchema = v.strictObject({ ...listEntries, today });

/** Body of `POST /api/v1/users/{source}/{name}/lanes`: entries only add to the list of the site. */
export const userLanesRequestSchema = v.strictObject({
	...listEntries,
	entries: userRequestSchema.entries.entries,
	today,
});

/**
 * Checks a body and fills in the defaults. An id that stands twice counts once; the last wins.
 *
 * @param now the day for those who name none
 */
export function parseLanesRequest(
	body: unknown,
	sources: IdSources,
	now: Date,
	schema: typeof lanesRequestSchema | typeof userLanesRequestSchema = lanesRequestSchema,
): Parsed<LanesRequest> {
	// An array passes for an object with odd keys; its complaint would be about one of those.
	const result = v.safeParse(schema, Array.isArray(body) ? null : body);
	if (!result.success) return { ok: false, issues: issuesOf(result.issues) };
	const { today = now.toISOString().slice(0, 10), ...list } = result.output;
	const issues = idIssues(list);
	if (issues.length > 0) return { ok: false, issues };
	return { ok: true, request: { ...withMalIds(list, new GivenIds(sources)), today } };
}
