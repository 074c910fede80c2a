import { LIST_STATUSES, type ListEntry } from '#core/profile/list-entry.ts';
import type { Interactions } from '#learn/interactions.ts';
import type { MaskedLists } from '#learn/network/autoencoder-task.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { evaluationSet } from '../dataset/evaluation-set.ts';
import type { TrainingData } from './training-data.ts';

/** Lists of `validation` users: never learned from, only measured to stop in time. */
export type ValidationLists = MaskedLists;

/** The lists of `validation` over the learned titles, with what is withheld as hidden. */
export function validationLists(
	dataset: Dataset,
	{ items, learnedCount, eligible }: Pick<TrainingData, 'items' | 'learnedCount' | 'eligible'>,
): ValidationLists {
	const { users, corpus } = evaluationSet(dataset, 'validation');
	const position = new Map(Array.from(items.subarray(0, learnedCount), (id, title) => [id, title]));
	const days = [...new Set(dataset.collected.values())].sort();
	const rows = users.map(({ input, withheld, withheldScores }) => {
		const found = [...withheld].map((item) => ({
			malId: corpus.items[item] ?? 0,
			score: withheldScores.get(item) ?? null,
			status: 'completed' as const,
			hidden: 1,
		}));
		return [...input.map((entry) => ({ ...entry, hidden: 0 })), ...found]
			.map((entry) => ({ ...entry, title: position.get(entry.malId) ?? -1 }))
			.filter(({ title }) => title >= 0)
			.sort((a, b) => a.title - b.title);
	});
	return {
		lists: compress(rows, learnedCount),
		hidden: Uint8Array.from(rows.flat(), ({ hidden }) => hidden),
		eligible: {
			masks: eligible.masks,
			groupOfUser: Uint8Array.from(users, ({ collected }) => Math.max(0, days.indexOf(collected))),
		},
	};
}

type Row = readonly (ListEntry & { readonly title: number })[];

function compress(rows: readonly Row[], itemCount: number): Interactions {
	const offsets = new Uint32Array(rows.length + 1);
	rows.forEach((row, user) => (offsets[user + 1] = (offsets[user] ?? 0) + row.length));
	const flat = rows.flat();
	return {
		userCount: rows.length,
		itemCount,
		offsets,
		items: Uint16Array.from(flat, ({ title }) => title),
		scores: Uint8Array.from(flat, ({ score }) => score ?? 0),
		statuses: Uint8Array.from(flat, ({ status }) => LIST_STATUSES.indexOf(status)),
	};
}
