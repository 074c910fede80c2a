import { normaliseScore } from '#core/profile/score-normalisation.ts';
import { statusOf } from '../interactions.ts';
import type { MaskedLists } from './autoencoder-task.ts';
import type { Batch, BatchContext } from './batch.ts';
import { writeSparse } from './sparse-memory.ts';
import { visibleNormalisation } from './visible-normalisation.ts';

/** Fills in what is visible: titles, scores, what was dropped. */
export function fillInput(
	{ kernels: { arena } }: BatchContext,
	batch: Batch,
	{ lists, hidden }: MaskedLists,
	users: Uint32Array,
): void {
	const { entries } = batch.capacity;
	const presence = writeSparse(arena, batch.presence, entries);
	const scores = writeSparse(arena, batch.scores, entries);
	const dropped = writeSparse(arena, batch.dropped, entries);
	for (const user of users) {
		const [start, end] = [lists.offsets[user] ?? 0, lists.offsets[user + 1] ?? 0];
		const normalisation = visibleNormalisation({ lists, hidden }, start, end);
		let count = 0;
		for (let at = start; at < end; at++) if (!hidden[at]) count++;
		const weight = Math.max(1, count) ** -0.5;
		for (let at = start; at < end; at++) {
			if (hidden[at]) continue;
			const [item, score] = [lists.items[at] ?? 0, lists.scores[at] ?? 0];
			const status = statusOf(lists.statuses[at] ?? 0);
			presence.push(item, weight);
			if (score > 0) scores.push(item, weight * normaliseScore(score, normalisation));
			if (status === 'dropped' || status === 'on-hold') dropped.push(item, weight);
		}
		for (const writer of [presence, scores, dropped]) writer.endRow();
	}
}

/** Sums the facts of the visible titles: dense, as a list of some length has most of them. */
export function fillFacts(
	{ kernels: { arena }, facts, factCount }: BatchContext,
	batch: Batch,
): void {
	const sums = arena.f32(batch.facts, batch.rows * factCount).fill(0);
	const { offsets } = batch.presence;
	const items = arena.u16(batch.presence.columns, batch.capacity.entries);
	const weights = arena.f32(batch.presence.values, batch.capacity.entries);
	for (let row = 0; row < batch.rows; row++) {
		for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
			const item = items[at] ?? 0;
			const end = facts.offsets[item + 1] ?? 0;
			for (let k = facts.offsets[item] ?? 0; k < end; k++) {
				const to = row * factCount + (facts.columns[k] ?? 0);
				sums[to] = (sums[to] ?? 0) + (weights[at] ?? 0) * (facts.values[k] ?? 0);
			}
		}
	}
}
