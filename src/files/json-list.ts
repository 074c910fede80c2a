import type { FileFields } from './file-entry.ts';
import type { ListFileFormat } from './list-file-result.ts';
import type { ScoreScale } from './score-scale.ts';

/** A list that was found in a JSON text. */
export interface JsonList {
	readonly format: ListFileFormat;
	readonly scale: ScoreScale;
	/** One after another, so that a list that is too long is not put together first. */
	readonly rows: Iterable<FileFields | 'manga'>;
}
