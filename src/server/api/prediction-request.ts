import * as v from 'valibot';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { GivenIds, type IdSources } from './given-ids.ts';
import { entriesOf, idIssues, recommendationRequestSchema } from './recommendation-request.ts';
import { issuesOf, type Parsed } from './schemas.ts';

/** Body of `POST /api/v1/predictions`: a list. */
export const predictionRequestSchema = v.strictObject({
	entries: recommendationRequestSchema.entries.entries,
});

/** Checks a body. An id that stands twice counts once; the last wins. */
export function parsePredictionRequest(
	body: unknown,
	sources: IdSources,
): Parsed<readonly ListEntry[]> {
	// An array passes for an object with odd keys; its complaint would be about one of those.
	const result = v.safeParse(predictionRequestSchema, Array.isArray(body) ? null : body);
	if (!result.success) return { ok: false, issues: issuesOf(result.issues) };
	const issues = idIssues(result.output);
	if (issues.length > 0) return { ok: false, issues };
	return { ok: true, request: entriesOf(result.output.entries, new GivenIds(sources)) };
}
