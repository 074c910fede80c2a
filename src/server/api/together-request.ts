import * as v from 'valibot';
import { LIST_SITES } from '#core/profile/site-list.ts';
import { GROUP_SEEN, MOST_MEMBERS } from '#core/rank/group/group.ts';
import type { WantedList } from '#server/lists/gather-lists.ts';
import type { CompareQuery, GroupQuery } from '#server/lists/rank-together.ts';
import { GivenIds, type IdSources } from './given-ids.ts';
import {
	entriesOf,
	hiddenOf,
	idIssues,
	recommendationRequestSchema,
} from './recommendation-request.ts';
import { issuesOf, type Parsed, type RequestIssue } from './schemas.ts';

const LONGEST_NAME = 256;
const MOST_COMPARED = 50;
const DEFAULT_COMPARED = 10;

const {
	entries,
	excludedEntries: _excludedEntries,
	facets: _facets,
	whatIf: _whatIf,
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
export function parseGroupRequest(body: unknown, sources: IdSources): Parsed<GroupQuery> {
	const result = v.safeParse(groupRequestSchema, Array.isArray(body) ? null : body);
	if (!result.success) return { ok: false, issues: issuesOf(result.issues) };
	const { members, hidden, ...rest } = result.output;
	const issues = issuesOfLists('members', members);
	if (issues.length > 0) return { ok: false, issues };
	const ids = new GivenIds(sources);
	return {
		ok: true,
		request: {
			...rest,
			...(hidden && { hidden: hiddenOf(hidden, ids) }),
			members: members.map((list) => wanted(list, ids)),
		},
	};
}

/** Checks a body and fills in the defaults. */
export function parseCompareRequest(body: unknown, sources: IdSources): Parsed<CompareQuery> {
	const result = v.safeParse(compareRequestSchema, Array.isArray(body) ? null : body);
	if (!result.success) return { ok: false, issues: issuesOf(result.issues) };
	const { lists, hidden, ...rest } = result.output;
	const issues = issuesOfLists('lists', lists);
	if (issues.length > 0) return { ok: false, issues };
	const ids = new GivenIds(sources);
	const [a, b] = lists.map((list) => wanted(list, ids));
	if (a === undefined || b === undefined) throw new Error('The schema lets two lists through.');
	return {
		ok: true,
		request: { ...rest, ...(hidden && { hidden: hiddenOf(hidden, ids) }), lists: [a, b] },
	};
}

type GivenList = v.InferOutput<typeof listSchema>;

function issuesOfLists(place: string, lists: readonly GivenList[]): RequestIssue[] {
	return lists.flatMap((list, at) => ('entries' in list ? idIssues(list, `${place}.${at}.`) : []));
}

function wanted(list: GivenList, ids: GivenIds): WantedList {
	return 'entries' in list
		? { entries: entriesOf(list.entries, ids) }
		: { site: list.source, name: list.name.trim() };
}
