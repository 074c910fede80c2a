import type { ListEntry } from '#core/profile/list-entry.ts';
import type { ListRankerOptions } from './list-ranker.ts';

/** What a thread ranks with. */
export interface RankingSetup extends ListRankerOptions {
	/** Folder of the bundle. */
	readonly bundle: string;
	/** A model file instead of the bundle's model. */
	readonly model: string | undefined;
}

/** The titles for one list, best first; columns, which are quick to hand over. */
export interface RankedList {
	readonly malIds: readonly number[];
	readonly scores: Float32Array;
	/** Scores that the owner would give, 1–100. */
	readonly predicted: Float32Array;
}

/** Lists to rank, answered in their order. */
export type RankingQuestion = readonly (readonly ListEntry[])[];

/** What a thread says: once that it is ready, then an answer for each question. */
export type RankingReply =
	| { readonly kind: 'ready'; readonly unknown: readonly number[] }
	| { readonly kind: 'ranked'; readonly lists: readonly RankedList[] }
	/** `isDataError`: a `DataFileError`, which loses its class on the way. */
	| { readonly kind: 'failed'; readonly error: unknown; readonly isDataError: boolean };
