import * as v from 'valibot';
import {
	PROFILE_PARTS,
	type ProfilePart,
	type ProfileRequest,
} from '#core/analytics/profile-analytics.ts';
import { GivenIds, type IdSources } from './given-ids.ts';
import { entriesOf, entrySchema, idIssues, MAX_ENTRIES } from './recommendation-request.ts';
import { issuesOf, type Parsed } from './schemas.ts';

const MAX_EPISODES = 100_000;
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_EPISODES));

const profileEntrySchema = v.strictObject({
	...entrySchema.entries,
	progress: v.exactOptional(wholeNumber),
	rewatches: v.exactOptional(wholeNumber),
});

/** Body of `POST /api/v1/profile`; all but the entries may be left out. */
export const profileRequestSchema = v.strictObject({
	entries: v.pipe(v.array(profileEntrySchema), v.maxLength(MAX_ENTRIES)),
	parts: v.optional(v.array(v.picklist(PROFILE_PARTS)), [...PROFILE_PARTS]),
});

/** Query of `GET /api/v1/users/{source}/{name}/profile`. */
export const profileQuerySchema = v.strictObject({
	parts: v.optional(
		v.pipe(
			v.string(),
			v.transform((text) => text.split(',')),
			v.array(v.picklist(PROFILE_PARTS, 'must be facts, insights or both with a comma between')),
			v.description('facts, insights or both with a comma between them'),
		),
		PROFILE_PARTS.join(','),
	),
});

/** Checks a body and fills in the defaults. */
export function parseProfileRequest(body: unknown, sources: IdSources): Parsed<ProfileRequest> {
	// An array passes for an object with odd keys; its complaint would be about one of those.
	const result = v.safeParse(profileRequestSchema, Array.isArray(body) ? null : body);
	if (!result.success) return { ok: false, issues: issuesOf(result.issues) };
	const issues = idIssues(result.output);
	if (issues.length > 0) return { ok: false, issues };
	const entries = entriesOf(result.output.entries, new GivenIds(sources));
	return { ok: true, request: { ...result.output, entries } };
}

/** Checks the query of a list that comes from elsewhere. */
export function parseProfileQuery(query: URLSearchParams): Parsed<readonly ProfilePart[]> {
	const result = v.safeParse(profileQuerySchema, Object.fromEntries(query));
	if (result.success) return { ok: true, request: result.output.parts };
	const issues = issuesOf(result.issues);
	// Which of the parts is wrong is no place of the address.
	return {
		ok: false,
		issues: issues.map((issue) => ({ ...issue, path: issue.path.split('.')[0] ?? '' })),
	};
}
