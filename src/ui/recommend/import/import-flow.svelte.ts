import { describeFailure, type FailureText } from '#files/failures.ts';
import type {
	ListFileReport,
	ListFileResult,
	ReadList,
	ReadProgress,
} from '#files/list-file-result.ts';
import { matchEntries, type KnownIds, type MatchedList } from '#files/match.ts';
import { readAsOutOf } from '#files/read-as-out-of.ts';
import type { DeviceListStore } from '../profile/device-list.ts';
import { FAILURE_TEXTS, type RankingRefusal } from '../engine/ranking-engine.ts';
import type { MalIdsResult, TitleFinder } from '../search/title-finder.ts';

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
	readonly finder: Pick<TitleFinder, 'name' | 'malIds'>;
	/** Address of the catalogue file that knows AniList's ids; fetched only for a list that has some. */
	readonly facts: string;
	readonly lists: DeviceListStore;
	/** The present moment, for the note on the list's age. */
	readonly now: () => Date;
}

/** Reads one file, reports on it and keeps it, asking before another list is replaced. */
export class ImportFlow {
	readonly #options: ImportFlowOptions;
	#step = $state.raw<ImportStep>({ at: 'start' });
	#reading: AbortController | null = null;
	/** What the report is about, for reading its scores another way. */
	#read: { readonly list: ReadList; readonly known: KnownIds } | null = null;

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
		const next = await this.#open(file, reading.signal);
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

	/** The visitor knows better what the scores are out of. */
	rescale(outOf: 10 | 100): void {
		if (this.#step.at !== 'report' || this.#read === null) return;
		const { known } = this.#read;
		const list = readAsOutOf(this.#read.list, outOf);
		this.#read = { list, known };
		const step = reportOf(this.#step.name, list, known, this.#step.keeping);
		this.#step = step.keeping === 'kept' ? this.#keep(step) : step;
	}

	async #open(file: File, signal: AbortSignal): Promise<ImportStep> {
		const { read, lists } = this.#options;
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
		const known = await this.#lookUp(result);
		if ('reason' in known) {
			const { title, text } = FAILURE_TEXTS[known.reason];
			return failed({
				heading: title,
				explanation: 'The file was read, but not the catalogue to hold it against.',
				nextStep: text,
			});
		}
		// A list that was put away meanwhile is not kept.
		if (signal.aborted) return { at: 'start' };
		this.#read = { list: result, known };
		const step = reportOf(name, result, known, 'asking');
		return lists.load() === null ? this.#keep(step) : step;
	}

	async #lookUp({ entries, anilist }: ReadList): Promise<KnownIds | RankingRefusal> {
		const { finder, facts } = this.#options;
		const ids = anilist.map(({ anilistId }) => anilistId);
		const [named, resolved] = await Promise.all([
			finder.name(entries.map(({ malId }) => malId)),
			ids.length === 0 ? NO_IDS : finder.malIds(ids, facts),
		]);
		if (!named.ok) return named;
		if (!resolved.ok) return resolved;
		const malIds = new Set(named.titles.map(({ malId }) => malId));
		return {
			has: (malId) => malIds.has(malId),
			malIdsOf: (anilistId) => resolved.malIds.get(anilistId) ?? [],
		};
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

function reportOf(
	name: string,
	list: ReadList,
	known: KnownIds,
	keeping: ImportedStep['keeping'],
): ImportedStep {
	return { at: 'report', name, report: list.report, match: matchEntries(list, known), keeping };
}

const NO_IDS: MalIdsResult = { ok: true, malIds: new Map() };

const CRASHED: FailureText = {
	heading: 'The file could not be read',
	explanation: 'Sprout’s reader stopped. That is our fault, not the file’s.',
	nextStep: 'Reload the page and try again, or rate a few titles instead.',
};
