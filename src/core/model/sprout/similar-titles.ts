import { topK } from '../../math/top-k.ts';
import type { SimilarTitle } from '../recommender.ts';
import type { Autoencoder } from './autoencoder.ts';
import type { SparseRows, SproutParts } from './parts.ts';
import { eachInRow } from './sparse-rows.ts';

/** What each part counts: who watches a title says more than what it is made of. */
const WEIGHTS = { audience: 0.5, taste: 0.25, facts: 0.15, linked: 0.1 } as const;
/** A partial correlation of this much is as much as any pair but sequels has. */
const STRONG_CORRELATION = 0.12;

/** What similar titles are found by. */
export type SimilarityParts = Pick<SproutParts, 'learnedCount' | 'presence' | 'facts' | 'links'>;

/**
 * The titles most like one title: one pass over all n titles.
 *
 * Partial correlations of the item-item model are what is left of "watched together" when all other titles are
 * accounted for, so they name kin and not the merely popular.
 *
 * @param count most titles to give, best first
 */
export function similarTitles(
	parts: SimilarityParts,
	autoencoder: Autoencoder,
	title: number,
	count: number,
): SimilarTitle[] {
	const { learnedCount, presence, facts, links } = parts;
	const size = facts.offsets.length - 1;
	const linked = linkedTitles(links, title, learnedCount);
	const factCosine = cosines(facts, title, size);
	const tastes = autoencoder.outputCosines(title);
	const isLearned = title < learnedCount;
	const audienceOf = (other: number) => {
		const correlation = isLearned && other < learnedCount ? presence.matrix.at(title, other) : 0;
		return Math.max(0, Math.min(1, correlation / STRONG_CORRELATION));
	};
	const tasteOf = (other: number) => Math.max(0, tastes[other] ?? 0);
	const scores = new Float64Array(size);
	for (let other = 0; other < size; other++) {
		scores[other] =
			WEIGHTS.audience * audienceOf(other) +
			WEIGHTS.taste * tasteOf(other) +
			WEIGHTS.facts * (factCosine[other] ?? 0);
	}
	for (const other of linked) scores[other] = (scores[other] ?? 0) + WEIGHTS.linked;
	scores[title] = -Infinity;
	return Array.from(topK(scores, count), (other) => ({
		title: other,
		score: scores[other] ?? 0,
		audience: audienceOf(other),
		taste: tasteOf(other),
		facts: factCosine[other] ?? 0,
		linked: linked.has(other),
	}));
}

/** Titles that one is linked to, either way round. */
function linkedTitles(links: SparseRows, title: number, learnedCount: number): Set<number> {
	const found = new Set<number>();
	eachInRow(links, title, (other) => found.add(other));
	if (title >= learnedCount) return found;
	const { offsets, columns } = links;
	for (let other = 0; other < offsets.length - 1; other++) {
		const end = offsets[other + 1] ?? 0;
		for (let at = offsets[other] ?? 0; at < end; at++) if (columns[at] === title) found.add(other);
	}
	return found;
}

/** Columns are numbers of 16 bits. */
const COLUMNS = 2 ** 16;

/** Inner products of all rows with one; the rows are of unit length. */
function cosines(rows: SparseRows, row: number, size: number): Float64Array {
	const { offsets, columns, values } = rows;
	const own = new Float64Array(COLUMNS);
	eachInRow(rows, row, (column, value) => (own[column] = value));
	const products = new Float64Array(size);
	for (let other = 0; other < size; other++) {
		const end = offsets[other + 1] ?? 0;
		let sum = 0;
		for (let at = offsets[other] ?? 0; at < end; at++) {
			sum += (values[at] ?? 0) * (own[columns[at] ?? 0] ?? 0);
		}
		products[other] = sum;
	}
	return products;
}
