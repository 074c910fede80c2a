import type { Interactions } from '#learn/interactions.ts';
import type { Corpus } from './corpus.ts';
import { isPlanned, scoreOfCode, statusOfCode } from './entry-code.ts';
import type { UserEntries } from './user-entries.ts';
import { SPLITS, type Split, type UserRecord } from './users.ts';

/** The lists of one split's users, ascending by user number. */
export interface UserLists {
	/** User numbers, length userCount; users without any entry are not among them. */
	readonly users: Int32Array;
	/** Where each list was collected. */
	readonly sources: readonly string[];
	/** Entries of the whole list, titles outside the corpus included, planned ones not. */
	readonly listLengths: Uint32Array;
	/** What each user watched, as far as the corpus knows it; never planned titles. */
	readonly watched: Interactions;
	/** What each user plans to watch: no model may see it, it only checks a ranking. */
	readonly planned: Interactions;
}

const FIRST_CAPACITY = 1024;
// An item and its byte travel as one number while a list is sorted.
const CODES = 256;

/** Rows of `Interactions` that grow as lists arrive; no entry is an object of its own. */
class GrowingInteractions {
	private readonly offsets: number[] = [0];
	private items = new Uint16Array(FIRST_CAPACITY);
	private scores = new Uint8Array(FIRST_CAPACITY);
	private statuses = new Uint8Array(FIRST_CAPACITY);
	private length = 0;

	add(item: number, code: number): void {
		if (this.length === this.items.length) this.resize(2 * this.length);
		this.items[this.length] = item;
		this.scores[this.length] = scoreOfCode(code);
		this.statuses[this.length] = statusOfCode(code);
		this.length++;
	}

	endRow(): void {
		this.offsets.push(this.length);
	}

	finish(itemCount: number): Interactions {
		this.resize(this.length);
		const { items, scores, statuses } = this;
		const offsets = Uint32Array.from(this.offsets);
		return { userCount: offsets.length - 1, itemCount, offsets, items, scores, statuses };
	}

	private resize(length: number): void {
		this.items = new Uint16Array(this.items.buffer.transfer(2 * length));
		this.scores = new Uint8Array(this.scores.buffer.transfer(length));
		this.statuses = new Uint8Array(this.statuses.buffer.transfer(length));
	}
}

/** Collects the lists of one split; they must arrive ascending by user. */
class SplitLists {
	private readonly users: number[] = [];
	private readonly sources: string[] = [];
	private readonly listLengths: number[] = [];
	private readonly watched = new GrowingInteractions();
	private readonly planned = new GrowingInteractions();

	add({ user, malIds, codes }: UserEntries, source: string, corpus: Corpus): void {
		const known: number[] = [];
		let length = 0;
		malIds.forEach((malId, at) => {
			const code = codes[at] ?? 0;
			if (!isPlanned(code)) length++;
			const item = corpus.position.get(malId);
			if (item !== undefined) known.push(item * CODES + code);
		});
		for (const row of Uint32Array.from(known).sort()) {
			const code = row % CODES;
			(isPlanned(code) ? this.planned : this.watched).add((row - code) / CODES, code);
		}
		this.watched.endRow();
		this.planned.endRow();
		this.users.push(user);
		this.sources.push(source);
		this.listLengths.push(length);
	}

	finish(itemCount: number): UserLists {
		return {
			users: Int32Array.from(this.users),
			sources: this.sources,
			listLengths: Uint32Array.from(this.listLengths),
			watched: this.watched.finish(itemCount),
			planned: this.planned.finish(itemCount),
		};
	}
}

/** Sorts whole lists, ascending by user, into those of each split, with items as the corpus numbers them. */
export class UserListsBuilder {
	private readonly splits: Readonly<Record<Split, SplitLists>> = {
		train: new SplitLists(),
		validation: new SplitLists(),
		test: new SplitLists(),
	};
	private readonly corpus: Corpus;

	constructor(corpus: Corpus) {
		this.corpus = corpus;
	}

	/** Entries outside the corpus only count for the length of the list. */
	add(entries: UserEntries, { split, source }: UserRecord): void {
		this.splits[split].add(entries, source, this.corpus);
	}

	/** The lists; the builder can't be used afterwards. */
	finish(): Record<Split, UserLists> {
		const [train, validation, test] = SPLITS.map((split) =>
			this.splits[split].finish(this.corpus.size),
		);
		if (!train || !validation || !test) throw new Error('Every split has lists.');
		return { train, validation, test };
	}
}
