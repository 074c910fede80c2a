import type { FixtureEntry, FixtureUser, ScoreFormat } from '../fixtures/user.ts';
import type { SchemaObject } from '../graphql/select.ts';
import { mediaObject } from './media.ts';

/** What somebody sees of a score of 0–100 in their format; 0 where there is none. */
export function shownScore(score: number, format: ScoreFormat): number {
	switch (format) {
		case 'POINT_100':
			return score;
		case 'POINT_10_DECIMAL':
			return score / 10;
		case 'POINT_10':
			return Math.round(score / 10);
		case 'POINT_5':
			return Math.ceil(score / 20);
		case 'POINT_3':
			return score === 0 ? 0 : score <= 47 ? 1 : score <= 72 ? 2 : 3;
	}
}

/** An entry as the type `MediaList`; the score is in the user's own format unless another is asked for. */
export function listEntryObject(
	entry: FixtureEntry,
	user: FixtureUser,
	status: string,
	nowMs: number,
): SchemaObject {
	const { anilist } = entry.title;
	const mediaId = anilist?.id ?? 0;
	return {
		type: 'MediaList',
		fields: {
			// Stands for the entry on every list that it is on.
			id: user.id * 1_000_000 + mediaId,
			userId: user.id,
			mediaId,
			status,
			score: {
				args: ['format'],
				resolve: ({ format }) =>
					shownScore(entry.score, (format as ScoreFormat | undefined) ?? user.scoreFormat),
			},
			progress: entry.progress,
			repeat: entry.rewatches,
			priority: 0,
			private: entry.private,
			notes: null,
			hiddenFromStatusLists: entry.hidden,
			startedAt: fuzzyDate(entry.startedOn),
			completedAt: fuzzyDate(entry.finishedOn),
			createdAt: 1_700_000_000,
			updatedAt: 1_779_000_000,
			media: mediaObject(entry.title, nowMs),
		},
	};
}

/** A date of which each part may be missing. */
function fuzzyDate(date: string | null): SchemaObject {
	const [year = null, month = null, day = null] = (date?.split('-') ?? []).map(Number);
	return { type: 'FuzzyDate', fields: { year, month, day } };
}
