import type { ListEntry } from '#core/profile/list-entry.ts';
import { statusOf, type Interactions } from '#learn/interactions.ts';
import type { Corpus } from './corpus.ts';
import type { Dataset, EvaluationSplit } from './dataset.ts';
import { LIST_LENGTHS } from './training-interactions.ts';

/** One user to be measured: what a model may see, and what it should find. */
export interface EvaluationUser {
	readonly user: number;
	/** ISO date; titles that started later can't be recommended. */
	readonly collected: string;
	/** What the user watched in the corpus, the withheld entries left out, ascending by position. */
	readonly input: readonly ListEntry[];
	/** Item positions of `input`. */
	readonly inputItems: Uint16Array;
	/** Item positions to be found again; never empty. */
	readonly withheld: ReadonlySet<number>;
	/** Scores of the withheld titles that have one, 1–100 by item position. */
	readonly withheldScores: ReadonlyMap<number, number>;
	/** Item positions that the user plans to watch. */
	readonly planned: ReadonlySet<number>;
}

/** The users of one split with what is hidden from a model. */
export interface EvaluationSet {
	readonly split: EvaluationSplit;
	readonly corpus: Corpus;
	/** Ascending by user number; users without withheld entries and collectors are left out. */
	readonly users: readonly EvaluationUser[];
}

/** Joins the lists of one split with its withheld entries. */
export function evaluationSet(dataset: Dataset, split: EvaluationSplit): EvaluationSet {
	const { corpus, collected } = dataset;
	const lists = dataset.lists[split];
	const users: EvaluationUser[] = [];
	lists.users.forEach((user, place) => {
		const withheld = dataset.withheld[split].get(user);
		if (!withheld || (lists.listLengths[place] ?? 0) > LIST_LENGTHS.maxEntries) return;
		const { items, entries, withheldScores } = splitEntries(lists.watched, place, corpus, withheld);
		const [from, to] = [lists.planned.offsets[place], lists.planned.offsets[place + 1]];
		users.push({
			user,
			collected: collected.get(lists.sources[place] ?? '') ?? '',
			input: entries,
			inputItems: items,
			withheld,
			withheldScores,
			planned: new Set(lists.planned.items.subarray(from, to)),
		});
	});
	return { split, corpus, users };
}

function splitEntries(
	lists: Interactions,
	place: number,
	corpus: Corpus,
	withheld: ReadonlySet<number>,
): { items: Uint16Array; entries: ListEntry[]; withheldScores: Map<number, number> } {
	const withheldScores = new Map<number, number>();
	const items: number[] = [];
	const entries: ListEntry[] = [];
	for (let at = lists.offsets[place] ?? 0; at < (lists.offsets[place + 1] ?? 0); at++) {
		const item = lists.items[at] ?? 0;
		const score = lists.scores[at] || null;
		if (withheld.has(item)) {
			if (score !== null) withheldScores.set(item, score);
			continue;
		}
		items.push(item);
		entries.push({
			malId: corpus.items[item] ?? 0,
			score,
			status: statusOf(lists.statuses[at] ?? 0),
		});
	}
	return { items: Uint16Array.from(items), entries, withheldScores };
}
