import { LIST_STATUSES, type ListEntry } from '#core/profile/list-entry.ts';
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
	readonly malIds: Int32Array;
	readonly scores: Float32Array;
	/** Scores that the owner would give, 1–100. */
	readonly predicted: Float32Array;
}

/** A list in columns: a fifth of the work of handing over its entries. */
export interface PackedEntries {
	readonly malIds: Int32Array;
	/** 0 where there is none. */
	readonly scores: Float32Array;
	/** Positions in `LIST_STATUSES`. */
	readonly statuses: Uint8Array;
}

/** Lists to rank, answered in their order. */
export type RankingQuestion = readonly PackedEntries[];

export function packEntries(entries: readonly ListEntry[]): PackedEntries {
	const malIds = new Int32Array(entries.length);
	const scores = new Float32Array(entries.length);
	const statuses = new Uint8Array(entries.length);
	entries.forEach(({ malId, score, status }, k) => {
		malIds[k] = malId;
		scores[k] = score ?? 0;
		statuses[k] = LIST_STATUSES.indexOf(status);
	});
	return { malIds, scores, statuses };
}

export function unpackEntries({ malIds, scores, statuses }: PackedEntries): ListEntry[] {
	return Array.from(malIds, (malId, k) => ({
		malId,
		score: scores[k] || null,
		status: LIST_STATUSES[statuses[k] ?? 0] ?? 'completed',
	}));
}

/** What a thread says: once that it is ready, then an answer for each question. */
export type RankingReply =
	| { readonly kind: 'ready'; readonly unknown: readonly number[] }
	| { readonly kind: 'ranked'; readonly lists: readonly RankedList[] }
	/** `isDataError`: a `DataFileError`, which loses its class on the way. */
	| { readonly kind: 'failed'; readonly error: unknown; readonly isDataError: boolean };
