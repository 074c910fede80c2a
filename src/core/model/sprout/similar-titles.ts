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
	const compare = (other: number): SimilarTitle => {
		const correlation = isLearned && other < learnedCount ? presence.matrix.at(title, other) : 0;
		const audience = Math.max(0, Math.min(1, correlation / STRONG_CORRELATION));
		const taste = Math.max(0, tastes[other] ?? 0);
		const own = factCosine[other] ?? 0;
		const isLinked = linked.has(other);
		const score =
			WEIGHTS.audience * audience +
			WEIGHTS.taste * taste +
			WEIGHTS.facts * own +
			(isLinked ? WEIGHTS.linked : 0);
		return { title: other, score, audience, taste, facts: own, linked: isLinked };
	};
	const scores = new Float64Array(size);
	for (let other = 0; other < size; other++) {
		scores[other] = other === title ? -Infinity : compare(other).score;
	}
	return Array.from(topK(scores, count), compare);
}

/** Titles that one is linked to, either way round. */
function linkedTitles(links: SparseRows, title: number, learnedCount: number): Set<number> {
	const found = new Set<number>();
	eachInRow(links, title, (other) => found.add(other));
	if (title >= learnedCount) return found;
	for (let other = 0; other < links.offsets.length - 1; other++) {
		eachInRow(links, other, (to) => {
			if (to === title) found.add(other);
		});
	}
	return found;
}

/** Inner products of all rows with one; the rows are of unit length. */
function cosines(rows: SparseRows, row: number, size: number): Float64Array {
	const own = new Map<number, number>();
	eachInRow(rows, row, (column, value) => own.set(column, value));
	const products = new Float64Array(size);
	for (let other = 0; other < size; other++) {
		eachInRow(rows, other, (column, value) => {
			products[other] = (products[other] ?? 0) + value * (own.get(column) ?? 0);
		});
	}
	return products;
}
