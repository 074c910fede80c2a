import type { Candidate, RankedCandidates } from './candidates.ts';
import type { FactColumn, FactTable } from './fact-table.ts';

/** So many of the best candidates are mixed, whatever the page: pages fit together, and those behind keep their places. */
const MIXED = 100;

/** Lets the first titles of a list be less alike. */
export interface Diversity {
	/**
	 * Reorders the best hundred candidates by maximal marginal relevance (Carbonell and Goldstein 1998): next comes
	 * what has the most of (1 − amount) · relevance − amount · likeness to what stands already, where the relevance
	 * runs from 0 to 1 over those candidates and the likeness is that to the most similar one.
	 *
	 * @param amount 0–1; 0 gives back the candidates themselves
	 */
	mix(ranked: RankedCandidates, amount: number): RankedCandidates;
}

/** Titles are alike by their tags and studios: the cosine of what they have, where rare things weigh more. */
export function createDiversity(facts: FactTable): Diversity {
	const columns = [facts.choices.tags, facts.choices.studios].map(weighColumn);
	return {
		mix(ranked, amount) {
			if (amount === 0) return ranked;
			return {
				total: ranked.total,
				page(offset, limit) {
					if (offset >= MIXED) return ranked.page(offset, limit);
					const found = ranked.page(0, Math.max(MIXED, offset + limit));
					const mixed = mix(found.slice(0, MIXED), columns, amount);
					return [...mixed, ...found.slice(MIXED)].slice(offset, offset + limit);
				},
			};
		},
	};
}

interface WeighedColumn {
	readonly column: FactColumn;
	/** Logarithm of how rare each value is. */
	readonly weights: Float32Array;
}

function weighColumn(column: FactColumn): WeighedColumn {
	const counts = new Int32Array(column.values.length);
	for (const code of column.codes) counts[code] = (counts[code] ?? 0) + 1;
	const size = column.starts.length;
	return { column, weights: Float32Array.from(counts, (count) => Math.log(size / count)) };
}

function mix(found: readonly Candidate[], columns: readonly WeighedColumn[], amount: number) {
	const scores = found.map(({ score }) => score);
	const least = Math.min(...scores);
	const span = Math.max(...scores) - least || 1;
	const vectors = found.map(({ index }) => vectorOf(columns, index));
	const features = columns.reduce((sum, { weights }) => sum + weights.length, 0);
	const latest = new Float32Array(features);
	const likeness = new Float64Array(found.length);
	const left = new Set(found.keys());
	const mixed: Candidate[] = [];
	while (left.size > 0) {
		let [next, most] = [-1, -Infinity];
		for (const at of left) {
			const relevance = ((scores[at] ?? 0) - least) / span;
			const value = (1 - amount) * relevance - amount * (likeness[at] ?? 0);
			if (value > most) [next, most] = [at, value];
		}
		left.delete(next);
		const [chosen, vector] = [found[next], vectors[next]];
		if (chosen === undefined || vector === undefined) break;
		mixed.push(chosen);
		vector.features.forEach((feature, at) => (latest[feature] = vector.weights[at] ?? 0));
		for (const at of left) {
			const cosine = dot(vectors[at] ?? NOTHING, latest);
			if (cosine > (likeness[at] ?? 0)) likeness[at] = cosine;
		}
		for (const feature of vector.features) latest[feature] = 0;
	}
	return mixed;
}

/** Features and their weights, of length 1 together. */
interface Vector {
	readonly features: Int32Array;
	readonly weights: Float32Array;
}
const NOTHING: Vector = { features: new Int32Array(), weights: new Float32Array() };

function vectorOf(columns: readonly WeighedColumn[], index: number): Vector {
	const features: number[] = [];
	const weights: number[] = [];
	let first = 0;
	for (const { column, weights: all } of columns) {
		for (let at = column.starts[index] ?? 0; at < (column.starts[index + 1] ?? 0); at++) {
			const code = column.codes[at] ?? 0;
			features.push(first + code);
			weights.push(all[code] ?? 0);
		}
		first += column.values.length;
	}
	const length = Math.hypot(...weights) || 1;
	return {
		features: Int32Array.from(features),
		weights: Float32Array.from(weights, (weight) => weight / length),
	};
}

/** @param dense weights of all features */
function dot({ features, weights }: Vector, dense: Float32Array): number {
	let sum = 0;
	for (let at = 0; at < features.length; at++) {
		sum += (weights[at] ?? 0) * (dense[features[at] ?? 0] ?? 0);
	}
	return sum;
}
