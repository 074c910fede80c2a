import type { ListFileReport } from './list-file-result.ts';

/** Takes the text of a file in pieces of any size and hands the entries it finds to a collector. */
export interface ListReader {
	/** @throws ReadingStopped as soon as something is wrong with the text. */
	write(text: string): void;
	/** Says that there is no more. @throws ReadingStopped when the text is not complete. */
	end(): Pick<ListFileReport, 'format' | 'scale'>;
	/** Line that was reached; the first is 1; null where lines say nothing. */
	line(): number | null;
}
