import { normaliseScore } from '#core/profile/score-normalisation.ts';
import type { MaskedLists } from './autoencoder-task.ts';
import type { Batch, BatchContext } from './batch.ts';
import { writeSparse } from './sparse-memory.ts';
import { visibleNormalisation } from './visible-normalisation.ts';

/** Fills in what may be recommended and which hidden titles are to be found among it. */
export function fillTargets(
	{ kernels: { arena }, targetExponent }: BatchContext,
	batch: Batch,
	{ lists, hidden, eligible }: MaskedLists,
	users: Uint32Array,
): void {
	const { itemCount } = lists;
	const writer = writeSparse(arena, batch.targets, batch.capacity.entries);
	users.forEach((user, row) => {
		const candidates = arena.u8(batch.candidates + row * itemCount, itemCount);
		const group = eligible.masks[eligible.groupOfUser[user] ?? 0];
		if (group) candidates.set(group);
		const [start, end] = [lists.offsets[user] ?? 0, lists.offsets[user + 1] ?? 0];
		let count = 0;
		for (let at = start; at < end; at++) {
			const item = lists.items[at] ?? 0;
			if (!hidden[at]) candidates[item] = 0;
			else if (candidates[item]) count++;
		}
		const weight = Math.max(1, count) ** -targetExponent / batch.rows;
		for (let at = start; at < end; at++) {
			const item = lists.items[at] ?? 0;
			if (hidden[at] && candidates[item]) writer.push(item, weight);
		}
		writer.endRow();
	});
}

/** Fills in the hidden scores, on the scale that the visible ones show. */
export function fillRatings(
	{ kernels: { arena } }: BatchContext,
	{ ratings, capacity }: Batch,
	{ lists, hidden }: MaskedLists,
	users: Uint32Array,
): void {
	const rows = arena.u16(ratings.rows, capacity.entries);
	const items = arena.u16(ratings.items, capacity.entries);
	const targets = arena.f32(ratings.targets, capacity.entries);
	let count = 0;
	users.forEach((user, row) => {
		const [start, end] = [lists.offsets[user] ?? 0, lists.offsets[user + 1] ?? 0];
		const normalisation = visibleNormalisation({ lists, hidden }, start, end);
		for (let at = start; at < end; at++) {
			const score = lists.scores[at] ?? 0;
			if (!hidden[at] || score === 0) continue;
			rows[count] = row;
			items[count] = lists.items[at] ?? 0;
			targets[count] = normaliseScore(score, normalisation);
			count++;
		}
	});
	ratings.count = count;
	arena.f32(ratings.weights, count).fill(1 / Math.max(1, count));
}
