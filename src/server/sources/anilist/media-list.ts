import * as v from 'valibot';
import type { ListStatus } from '#core/profile/list-entry.ts';
import type { ScoreFormat } from '#core/profile/score-format.ts';
import type { SiteRow } from '../list-builder.ts';
import { partialDate } from '../partial-date.ts';
import { COUNT, ID, NUMBER } from '../read-answer.ts';

/** The site converts all five of its score formats, so that nothing is guessed here. */
export const MEDIA_LIST_QUERY = `query ($userName: String, $chunk: Int, $perChunk: Int) {
	MediaListCollection(
		userName: $userName
		type: ANIME
		chunk: $chunk
		perChunk: $perChunk
		forceSingleCompletedList: true
	) {
		hasNextChunk
		user { mediaListOptions { scoreFormat } }
		lists {
			entries {
				id
				status
				score(format: POINT_100)
				progress
				repeat
				startedAt { year month day }
				completedAt { year month day }
				media { id idMal }
			}
		}
	}
}`;

const STATUSES = {
	CURRENT: 'watching',
	PLANNING: 'plan-to-watch',
	COMPLETED: 'completed',
	DROPPED: 'dropped',
	PAUSED: 'on-hold',
	// Who watches it again has seen it.
	REPEATING: 'completed',
} as const satisfies Record<string, ListStatus>;

const DATE = v.nullish(v.object({ year: NUMBER, month: NUMBER, day: NUMBER }));

const ENTRY = v.object({
	id: ID,
	/** Nullish on custom lists of entries that were given no status. */
	status: v.nullish(v.picklist(Object.keys(STATUSES) as (keyof typeof STATUSES)[])),
	score: v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(100)), 0),
	progress: COUNT,
	repeat: COUNT,
	startedAt: DATE,
	completedAt: DATE,
	/** `idMal`: null or 0 where MyAnimeList has no such title, as far as AniList knows. */
	media: v.object({ id: ID, idMal: COUNT }),
});
export type MediaListEntry = v.InferOutput<typeof ENTRY>;

/** The answer to {@link MEDIA_LIST_QUERY}. */
export const MEDIA_LIST_CHUNK = v.object({
	data: v.object({
		MediaListCollection: v.object({
			hasNextChunk: v.nullish(v.boolean(), false),
			user: v.nullish(
				v.object({
					mediaListOptions: v.nullish(v.object({ scoreFormat: v.nullish(v.string()) })),
				}),
			),
			lists: v.array(v.object({ entries: v.array(ENTRY) })),
		}),
	}),
});

const SCORE_FORMATS: ReadonlyMap<string, ScoreFormat> = new Map([
	['POINT_100', 'points-100'],
	['POINT_10_DECIMAL', 'points-10'],
	['POINT_10', 'points-10'],
	['POINT_5', 'stars-5'],
	['POINT_3', 'smileys-3'],
]);

/** What the owner of a list scores on; undefined for formats that AniList may come to have. */
export function anilistFormat({
	data,
}: v.InferOutput<typeof MEDIA_LIST_CHUNK>): ScoreFormat | undefined {
	return SCORE_FORMATS.get(data.MediaListCollection.user?.mediaListOptions?.scoreFormat ?? '');
}

export function anilistRow(entry: MediaListEntry): SiteRow {
	const { startedAt, completedAt } = entry;
	return {
		// 0 is how AniList writes "not scored".
		score: entry.score === 0 ? null : Math.max(1, Math.round(entry.score)),
		status: entry.status ? STATUSES[entry.status] : 'plan-to-watch',
		progress: entry.progress,
		rewatches: entry.repeat,
		startedOn: partialDate(startedAt?.year, startedAt?.month, startedAt?.day),
		finishedOn: partialDate(completedAt?.year, completedAt?.month, completedAt?.day),
	};
}
