import * as v from 'valibot';
import type { ListStatus } from '#core/profile/list-entry.ts';
import type { SiteRow } from '../list-builder.ts';
import { readPartialDate } from '../partial-date.ts';
import { COUNT, ID, TEXT } from '../read-answer.ts';

const STATUSES = {
	watching: 'watching',
	completed: 'completed',
	on_hold: 'on-hold',
	dropped: 'dropped',
	plan_to_watch: 'plan-to-watch',
} as const satisfies Record<string, ListStatus>;

/** Nullish where somebody put a title on the list and said no more. */
const STATUS = v.nullish(v.picklist(Object.keys(STATUSES) as (keyof typeof STATUSES)[]));

const LIST_STATUS = v.object({
	status: STATUS,
	score: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)), 0),
	num_episodes_watched: COUNT,
	is_rewatching: v.nullish(v.boolean(), false),
	num_times_rewatched: COUNT,
	start_date: TEXT,
	finish_date: TEXT,
});

/** A page of `GET /users/{name}/animelist`. */
export const ANIMELIST_PAGE = v.object({
	data: v.array(v.object({ node: v.object({ id: ID }), list_status: LIST_STATUS })),
	paging: v.object({ next: v.optional(v.string()) }),
});

/** The fields of {@link ANIMELIST_PAGE} that are not sent unasked. */
export const ANIMELIST_FIELDS =
	'list_status{status,score,num_episodes_watched,is_rewatching,num_times_rewatched,start_date,finish_date}';

export function malRow(status: v.InferOutput<typeof LIST_STATUS>): SiteRow {
	return {
		// 0 is how MyAnimeList writes "not scored".
		score: status.score === 0 ? null : status.score * 10,
		status: readStatus(status),
		progress: status.num_episodes_watched,
		rewatches: status.num_times_rewatched,
		startedOn: readPartialDate(status.start_date),
		finishedOn: readPartialDate(status.finish_date),
	};
}

/** Who watches a title again has seen it, whatever the list calls it meanwhile. */
function readStatus({ status, is_rewatching }: v.InferOutput<typeof LIST_STATUS>): ListStatus {
	if (is_rewatching) return 'completed';
	return status ? STATUSES[status] : 'plan-to-watch';
}
