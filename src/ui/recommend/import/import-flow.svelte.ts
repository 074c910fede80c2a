import { describeFailure, type FailureText } from '#files/failures.ts';
import type { ListFileReport, ListFileResult, ReadProgress } from '#files/list-file-result.ts';
import { matchEntries, type MatchedList } from '#files/match.ts';
import type { DeviceListStore } from '../profile/device-list.ts';
import { FAILURE_TEXTS } from '../engine/ranking-engine.ts';
import type { TitleFinder } from '../search/title-finder.ts';

/** Where an import stands; every step has one page and one next step. */
export type ImportStep =
	| { readonly at: 'start' }
	| { readonly at: 'reading'; readonly name: string; readonly progress: ReadProgress | null }
	| { readonly at: 'failed'; readonly name: string; readonly text: FailureText }
	| ImportedStep;

export interface ImportedStep {
	readonly at: 'report';
	readonly name: string;
	readonly report: ListFileReport;
	readonly match: MatchedList;
	/** `asking` while another list on the device would be replaced. */
	readonly keeping: 'kept' | 'asking' | 'refused';
}

export interface ImportFlowOptions {
	readonly read: (
		file: Blob,
		options: { signal: AbortSignal; onProgress: (progress: ReadProgress) => void },
	) => Promise<ListFileResult>;
	readonly finder: Pick<TitleFinder, 'name'>;
	readonly lists: DeviceListStore;
	/** The present moment, for the note on the list's age. */
	readonly now: () => Date;
}

/** Reads one file, reports on it and keeps it, asking before another list is replaced. */
export class ImportFlow {
	readonly #options: ImportFlowOptions;
	#step = $state.raw<ImportStep>({ at: 'start' });
	#reading: AbortController | null = null;

	constructor(options: ImportFlowOptions) {
		this.#options = options;
	}

	get step(): ImportStep {
		return this.#step;
	}

	async take(file: File): Promise<void> {
		this.#reading?.abort();
		const reading = new AbortController();
		this.#reading = reading;
		this.#step = { at: 'reading', name: file.name, progress: null };
		const next = await this.#read(file, reading.signal);
		if (this.#reading === reading) this.#step = next;
	}

	/** Stops reading, or puts a report or failure away. */
	reset(): void {
		this.#reading?.abort();
		this.#reading = null;
		this.#step = { at: 'start' };
	}

	/** The visitor agreed that the list on the device is replaced. */
	replace(): void {
		if (this.#step.at === 'report') this.#step = this.#keep(this.#step);
	}

	async #read(file: File, signal: AbortSignal): Promise<ImportStep> {
		const { read, finder, lists } = this.#options;
		const { name } = file;
		const failed = (text: FailureText): ImportStep => ({ at: 'failed', name, text });
		let result: ListFileResult;
		try {
			result = await read(file, {
				signal,
				onProgress: (progress) => {
					if (!signal.aborted) this.#step = { at: 'reading', name, progress };
				},
			});
		} catch {
			// The reader did not start or has a bug: the file is as good as before.
			return failed(CRASHED);
		}
		if (!result.ok) return failed(describeFailure(result));
		const known = await finder.name(result.entries.map(({ malId }) => malId));
		if (!known.ok) {
			const { title, text } = FAILURE_TEXTS[known.reason];
			return failed({
				heading: title,
				explanation: 'The file was read, but not the catalogue to hold it against.',
				nextStep: text,
			});
		}
		// A list that was put away meanwhile is not kept.
		if (signal.aborted) return { at: 'start' };
		const malIds = new Set(known.titles.map(({ malId }) => malId));
		const match = matchEntries(result, (malId) => (malIds.has(malId) ? malId : undefined));
		const step: ImportedStep = {
			at: 'report',
			name,
			report: result.report,
			match,
			keeping: 'asking',
		};
		return lists.load() === null ? this.#keep(step) : step;
	}

	/** Titles that the catalogue lacks are not kept: nothing could be said about them. */
	#keep(step: ImportedStep): ImportedStep {
		const kept = this.#options.lists.save({
			name: step.name,
			importedAt: this.#options.now().toISOString(),
			entries: step.match.matched,
		});
		return { ...step, keeping: kept ? 'kept' : 'refused' };
	}
}

const CRASHED: FailureText = {
	heading: 'The file could not be read',
	explanation: 'Sprout’s reader stopped. That is our fault, not the file’s.',
	nextStep: 'Reload the page and try again, or rate a few titles instead.',
};
