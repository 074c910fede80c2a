import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FactColumn } from './fact-table.ts';
import { missBit, type Filter } from './filters.ts';
import type { ItemMap } from './item-map.ts';
import { visitPlaces, type PlaceRules } from './places.ts';
import { FACT_KINDS, type FactKind } from './ranking-options.ts';
import type { FacetCount, Facets } from './recommendation.ts';

/**
 * Counts what every choice would leave: exactly the total of the list with that choice made.
 *
 * One walk over all places for all kinds: a title counts for a kind when nothing but the present choice of that kind
 * keeps it out, and a place counts once for a value, as one title appears in it.
 */
export function countFacets(
	catalogue: Catalogue,
	map: ItemMap,
	scores: Float32Array,
	rules: PlaceRules,
	filter: Filter,
): Facets {
	const { choices } = map.facts;
	const counters = FACT_KINDS.map((kind) => new Counter(kind, choices[kind], filter));
	visitPlaces(catalogue, map, scores, rules, {
		title(index) {
			for (const counter of counters) counter.title(index);
		},
		franchise(ways) {
			// A plan may come again.
			const distinct = new Set<number>();
			for (const way of ways) if (rules.barred[way] === 0) distinct.add(way);
			for (const counter of counters) counter.franchise(distinct);
		},
	});
	const counts = (kind: FactKind) =>
		counters.find((counter) => counter.kind === kind)?.counts() ?? [];
	return {
		tags: counts('tags'),
		types: counts('types'),
		studios: counts('studios'),
		sources: counts('sources'),
		statuses: counts('statuses'),
		ageRatings: counts('ageRatings'),
		seasons: counts('seasons'),
	};
}

class Counter {
	readonly kind: FactKind;
	readonly #column: FactColumn;
	readonly #filter: Filter;
	/** Bits of misses that count; without those of the kind itself. Tags are no matter of releases. */
	readonly #mask: number;
	readonly #counts: Int32Array;
	/** Place that counted last for each value. */
	readonly #countedAt: Int32Array;
	#place = 0;

	constructor(kind: FactKind, column: FactColumn, filter: Filter) {
		this.kind = kind;
		this.#column = column;
		this.#filter = filter;
		this.#mask = kind === 'tags' ? 255 : 255 & ~missBit(kind);
		this.#counts = new Int32Array(column.values.length);
		this.#countedAt = new Int32Array(column.values.length);
	}

	title(index: number): void {
		this.#place++;
		this.#way(index);
	}

	franchise(ways: Iterable<number>): void {
		this.#place++;
		for (const way of ways) {
			// Whatever tags are chosen, the same way leads in: the first that is let in.
			if (this.#way(way) && this.kind === 'tags') break;
		}
	}

	/** @returns whether this way would be taken with one of its values chosen */
	#way(index: number): boolean {
		const { starts, codes } = this.#column;
		const { misses, subject } = this.#filter;
		if (((misses[index] ?? 0) & this.#mask) !== 0) return false;
		for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at++) {
			const code = codes[at] ?? 0;
			if (this.#countedAt[code] === this.#place) continue;
			this.#countedAt[code] = this.#place;
			this.#counts[code] = (this.#counts[code] ?? 0) + (subject[index] ?? 0);
		}
		return true;
	}

	readonly counts = (): FacetCount[] =>
		this.#column.values
			.map((value, code) => ({ value, count: this.#counts[code] ?? 0 }))
			.filter(({ count }) => count > 0)
			.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
