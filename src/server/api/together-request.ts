import * as v from 'valibot';
import { LIST_SITES } from '#core/profile/site-list.ts';
import { GROUP_SEEN, MOST_MEMBERS } from '#core/rank/group/group.ts';
import type { WantedList } from '#server/lists/gather-lists.ts';
import type { CompareQuery, GroupQuery } from '#server/lists/rank-together.ts';
import { eachOnce, recommendationRequestSchema } from './recommendation-request.ts';
import { issuesOf, type Parsed } from './schemas.ts';

const LONGEST_NAME = 256;
const MOST_COMPARED = 50;
const DEFAULT_COMPARED = 10;

const {
	entries,
	excludedEntries: _excludedEntries,
	facets: _facets,
	offset,
	limit,
	...shared
} = recommendationRequestSchema.entries;

/** A list as a body names it: whole, or by whose it is on which site. */
const listSchema = v.union([
	v.strictObject({ entries }),
	v.strictObject({
		source: v.picklist(LIST_SITES),
		name: v.pipe(v.string(), v.maxLength(LONGEST_NAME)),
	}),
]);

/** Body of `POST /api/v1/groups`; all but the members may be left out. */
export const groupRequestSchema = v.strictObject({
	members: v.pipe(v.array(listSchema), v.minLength(1), v.maxLength(MOST_MEMBERS)),
	fairness: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.5),
	seenBy: v.optional(v.picklist(GROUP_SEEN), 'none'),
	...shared,
	offset,
	limit,
});

/** Body of `POST /api/v1/comparisons`; all but the lists may be left out. */
export const compareRequestSchema = v.strictObject({
	lists: v.pipe(v.array(listSchema), v.length(2)),
	...shared,
	limit: v.optional(
		v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_COMPARED)),
		DEFAULT_COMPARED,
	),
});

/** Checks a body and fills in the defaults. */
export function parseGroupRequest(body: unknown): Parsed<GroupQuery> {
	const result = v.safeParse(groupRequestSchema, Array.isArray(body) ? null : body);
	if (!result.success) return { ok: false, issues: issuesOf(result.issues) };
	return { ok: true, request: { ...result.output, members: result.output.members.map(wanted) } };
}

/** Checks a body and fills in the defaults. */
export function parseCompareRequest(body: unknown): Parsed<CompareQuery> {
	const result = v.safeParse(compareRequestSchema, Array.isArray(body) ? null : body);
	if (!result.success) return { ok: false, issues: issuesOf(result.issues) };
	const [a, b] = result.output.lists.map(wanted);
	if (a === undefined || b === undefined) throw new Error('The schema lets two lists through.');
	return { ok: true, request: { ...result.output, lists: [a, b] } };
}

function wanted(list: v.InferOutput<typeof listSchema>): WantedList {
	return 'entries' in list
		? { entries: eachOnce(list.entries) }
		: { site: list.source, name: list.name.trim() };
}
