import * as v from 'valibot';
import type { ListStatus } from '#core/profile/list-entry.ts';
import type { SiteRow } from '../list-builder.ts';
import { readPartialDate } from '../partial-date.ts';
import { COUNT, TEXT } from '../read-answer.ts';

const STATUSES = {
	current: 'watching',
	planned: 'plan-to-watch',
	completed: 'completed',
	on_hold: 'on-hold',
	dropped: 'dropped',
} as const satisfies Record<string, ListStatus>;

/** JSON:API writes ids as text. */
const RESOURCE = v.object({ type: v.string(), id: v.string() });
const RELATION = v.optional(v.object({ data: v.nullish(RESOURCE) }));
const RELATIONS = v.optional(v.object({ data: v.nullish(v.array(RESOURCE)) }));

const ATTRIBUTES = v.object({
	status: v.picklist(Object.keys(STATUSES) as (keyof typeof STATUSES)[]),
	progress: COUNT,
	reconsuming: v.nullish(v.boolean(), false),
	reconsumeCount: COUNT,
	ratingTwenty: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)), 0),
	startedAt: TEXT,
	finishedAt: TEXT,
});

const ENTRY = v.object({
	attributes: ATTRIBUTES,
	relationships: v.object({ anime: RELATION, media: RELATION }),
});

/** What is sent along: anime with their mappings, and the mappings. */
const INCLUDED = v.object({
	type: v.string(),
	id: v.string(),
	attributes: v.optional(v.object({ externalSite: TEXT, externalId: TEXT }), {}),
	relationships: v.optional(v.object({ mappings: RELATIONS }), {}),
});

/** A page of `GET /library-entries`. */
export const LIBRARY_PAGE = v.object({
	data: v.array(ENTRY),
	included: v.optional(v.array(INCLUDED), []),
	links: v.optional(v.object({ next: TEXT }), {}),
});
export type LibraryPage = v.InferOutput<typeof LIBRARY_PAGE>;

/** A page of `GET /users`. */
export const USERS_PAGE = v.object({
	data: v.array(v.object({ id: v.string(), attributes: v.object({ name: TEXT, slug: TEXT }) })),
});

export function kitsuRow(attributes: v.InferOutput<typeof ATTRIBUTES>): SiteRow {
	return {
		score: attributes.ratingTwenty === 0 ? null : attributes.ratingTwenty * 5,
		// Who watches it again has seen it.
		status: attributes.reconsuming ? 'completed' : STATUSES[attributes.status],
		progress: attributes.progress,
		rewatches: attributes.reconsumeCount,
		startedOn: readPartialDate(attributes.startedAt),
		finishedOn: readPartialDate(attributes.finishedAt),
	};
}
