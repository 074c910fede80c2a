import type { SparseRows } from '#core/model/sprout/parts.ts';
import {
	normaliseScore,
	normalisationOf,
	type ScoreNormalisation,
} from '#core/profile/score-normalisation.ts';
import { statusOf } from '../interactions.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { MaskedLists } from './autoencoder-task.ts';
import { allocateSparse, writeSparse, type SparseMemory } from './sparse-memory.ts';

/** What the network reads of some lists and what it must find, in the memory of the kernels. */
export interface Batch {
	/** Lists that it holds now. */
	rows: number;
	readonly capacity: { readonly rows: number; readonly entries: number };
	/** n^−½ for each visible title. */
	readonly presence: SparseMemory;
	/** n^−½ · y for each visible title with a score. */
	readonly scores: SparseMemory;
	/** n^−½ for each visible title that was dropped or is on hold. */
	readonly dropped: SparseMemory;
	/** Address of n^−½ · Σ f_i: `rows` dense rows over the facts (f32). */
	readonly facts: number;
	/** Address of 1 for each title that may be recommended: `rows` rows of m bytes. */
	readonly candidates: number;
	/** Hidden titles that may be recommended, each with its weight in the presence loss. */
	readonly targets: SparseMemory;
	/** Hidden scores: row (u16), title (u16), normalised score and weight in the loss (f32). */
	readonly ratings: {
		count: number;
		readonly rows: number;
		readonly items: number;
		readonly targets: number;
		readonly weights: number;
	};
	/** 1 where a title speaks for itself, 0 where its facts do alone; length m. */
	readonly itself: Uint8Array;
}

/** Room for `rows` lists with at most `longest` entries each. */
export function allocateBatch(
	{ arena }: Kernels,
	{ itemCount, factCount }: { itemCount: number; factCount: number },
	rows: number,
	longest: number,
): Batch {
	const entries = rows * longest;
	const sparse = () => allocateSparse(arena, rows, entries);
	return {
		rows: 0,
		capacity: { rows, entries },
		presence: sparse(),
		scores: sparse(),
		dropped: sparse(),
		facts: arena.allocate(4 * rows * factCount),
		candidates: arena.allocate(rows * itemCount),
		targets: sparse(),
		ratings: {
			count: 0,
			rows: arena.allocate(2 * entries),
			items: arena.allocate(2 * entries),
			targets: arena.allocate(4 * entries),
			weights: arena.allocate(4 * entries),
		},
		itself: new Uint8Array(itemCount).fill(1),
	};
}

/** What filling a batch reads besides the lists. */
export interface BatchContext {
	readonly kernels: Kernels;
	readonly facts: SparseRows;
	readonly factCount: number;
	readonly targetExponent: number;
}

/** Puts the lists of some users into the batch, in the order named. */
export function fillBatch(
	context: BatchContext,
	batch: Batch,
	source: MaskedLists,
	users: Uint32Array,
): void {
	batch.rows = users.length;
	fillInput(context, batch, source, users);
	fillFacts(context, batch);
	fillTargets(context, batch, source, users);
	fillRatings(context, batch, source, users);
}

function fillInput(
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

/** How the owner of a list uses the scale, as far as the visible entries show. */
function visibleNormalisation(
	{ lists, hidden }: Pick<MaskedLists, 'lists' | 'hidden'>,
	start: number,
	end: number,
): ScoreNormalisation {
	let [count, sum, squares] = [0, 0, 0];
	for (let at = start; at < end; at++) {
		const score = lists.scores[at] ?? 0;
		if (hidden[at] || score === 0) continue;
		count++;
		sum += score;
		squares += score * score;
	}
	return normalisationOf(count, sum, squares);
}

/** Sums the facts of the visible titles: dense, as a list of some length has most of them. */
function fillFacts({ kernels: { arena }, facts, factCount }: BatchContext, batch: Batch): void {
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

function fillTargets(
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

function fillRatings(
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
