import { basename } from 'node:path';
import type { OnBroken } from '../csv.ts';

/** What one file held that could not be used. */
export interface BrokenRows {
	readonly file: string;
	readonly count: number;
	/** The first of them, with their line numbers (the header is line 1). */
	readonly samples: readonly { readonly line: number; readonly reason: string }[];
}

const MAX_SAMPLES = 5;

/** Collects the broken rows of all files of a dataset; a damaged row costs itself, not the run. */
export class BrokenRowLog {
	private readonly files = new Map<
		string,
		{ count: number; samples: BrokenRows['samples'][number][] }
	>();

	/** The listener for one file, as `readCsv` wants it. */
	of(path: string): OnBroken {
		const file = basename(path);
		return (line, reason) => {
			const entry = this.files.get(file) ?? { count: 0, samples: [] };
			this.files.set(file, entry);
			entry.count++;
			if (entry.samples.length < MAX_SAMPLES) entry.samples.push({ line, reason });
		};
	}

	report(): BrokenRows[] {
		return [...this.files].map(([file, entry]) => ({ file, ...entry }));
	}
}

/** One line for each file with broken rows, for people. */
export function describeBrokenRows(rows: readonly BrokenRows[]): string[] {
	return rows.map(({ file, count, samples }) => {
		const shown = samples.map(({ line, reason }) => `line ${line}: ${reason}`).join('; ');
		const more = count > samples.length ? `; and ${count - samples.length} more` : '';
		return `${file}: ${count} ${count === 1 ? 'row' : 'rows'} left out (${shown}${more})`;
	});
}
