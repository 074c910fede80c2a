import type { ListEntry, ListStatus } from '#core/profile/list-entry.ts';
import type { ScoreScale } from './score-scale.ts';

/** Kinds of list that are read, by what wrote them. */
export type ListFileFormat =
	'mal-xml' | 'anilist-json' | 'shikimori-json' | 'sprout-json' | 'table';

export const SKIP_REASONS = ['no-id', 'unreadable-id', 'unknown-status', 'manga'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Titles of a file that were left out for one reason. */
export interface SkippedEntries {
	readonly reason: SkipReason;
	readonly count: number;
	/** Up to five titles as the file writes them. */
	readonly examples: readonly string[];
}

/**
 * What happened to the titles of a file. Invariant: `read = accepted + duplicates + Σ skipped.count`.
 *
 * There is no user name in it, and no place for one: who a list belongs to is nobody's business.
 */
export interface ListFileReport {
	readonly format: ListFileFormat;
	readonly scale: ScoreScale;
	readonly compressed: boolean;
	readonly read: number;
	readonly accepted: number;
	/** Entries that a later one with the same id replaced. */
	readonly duplicates: number;
	readonly skipped: readonly SkippedEntries[];
	readonly byStatus: Readonly<Record<ListStatus, number>>;
	/** Accepted entries with a score. */
	readonly scored: number;
	/** Accepted entries whose score could not be read or was beyond the scale; they count as not scored. */
	readonly unreadableScores: number;
}

/** An entry that the file knows by AniList's id; the catalogue says which title of MyAnimeList it is. */
export interface AnilistEntry extends Omit<ListEntry, 'malId'> {
	readonly anilistId: number;
	/** As the file writes it; empty in AniList's own export. */
	readonly title: string;
}

/** A list as it was read; `titles[i]` is what the file calls `entries[i]` and may be empty. */
export interface ReadList {
	readonly ok: true;
	readonly entries: readonly ListEntry[];
	readonly titles: readonly string[];
	readonly anilist: readonly AnilistEntry[];
	readonly report: ListFileReport;
}

/** What a file can be instead of a list, as far as its bytes tell. */
export type OtherContent =
	'web-page' | 'json' | 'other-xml' | 'image' | 'pdf' | 'archive' | 'text' | 'binary';

/** What of a file does not hold together. */
export type BrokenPart = 'archive' | 'xml' | 'json' | 'table';

/** Every way in which reading can end without a list, with what its message needs to know. */
export interface FailureDetails {
	readonly empty: object;
	readonly 'not-a-list': { readonly content: OtherContent };
	readonly 'manga-list': object;
	readonly broken: {
		readonly part: BrokenPart;
		readonly entriesRead: number;
		/** First line is 1; null when no line was reached. */
		readonly line: number | null;
	};
	readonly 'too-large': { readonly limitBytes: number; readonly unpacked: boolean };
	readonly 'too-deep': { readonly limit: number };
	readonly 'too-many-entries': { readonly limit: number };
	readonly hostile: {
		readonly trick:
			'entities' | 'external-file' | 'archive-bomb' | 'oversized-markup' | 'endless-parts';
	};
	/** Sprout's own format, written by a later Sprout. */
	readonly 'newer-format': { readonly version: number };
	readonly 'no-entries': { readonly skipped: readonly SkippedEntries[] };
	readonly 'unknown-encoding': { readonly encoding: string };
	/** The device would not hand the file over: moved, changed or locked since it was chosen. */
	readonly unreadable: object;
	readonly cancelled: object;
}

export type FailureReason = keyof FailureDetails;

/** Why a file was refused, with what its words need. */
export interface Failure<R extends FailureReason> {
	readonly ok: false;
	readonly reason: R;
	readonly detail: FailureDetails[R];
}

/** A union of one {@link Failure} per reason: checking `reason` narrows `detail`. */
export type ListFileFailure = { [R in FailureReason]: Failure<R> }[FailureReason];

export type ListFileResult = ReadList | ListFileFailure;

/** How far the reading of a file has come. */
export interface ReadProgress {
	/** Bytes of the chosen file that were taken in so far, and all of them. */
	readonly bytesRead: number;
	readonly bytesTotal: number;
	readonly entriesRead: number;
}
