import type { ListFileLimits } from './limits.ts';
import type { ListFileResult, ReadProgress } from './list-file-result.ts';

/** Page → worker, once per worker. */
export interface ReadRequest {
	readonly file: Blob;
	readonly limits: ListFileLimits;
}

/** Worker → page: any number of `progress`, then one of the others. */
export type WorkerReply =
	| { readonly type: 'progress'; readonly progress: ReadProgress }
	| { readonly type: 'result'; readonly result: ListFileResult }
	/** A bug in the reader: files, however bad, end in a result. */
	| { readonly type: 'crash'; readonly message: string };
