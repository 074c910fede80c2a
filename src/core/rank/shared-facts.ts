import type { Anime } from '../catalogue/anime.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { SharedFact } from './similar-anime.ts';

/** Most shared facts that are told. */
const MOST_SHARED = 3;

/** Sources that say nothing: two titles of them have nothing in common. */
const EMPTY_SOURCES: ReadonlySet<string> = new Set(['Other', 'Unknown']);

type FactSource = Pick<Anime, 'genres' | 'themes' | 'demographics' | 'studios' | 'source'>;

/**
 * Counts the facts of a catalogue once.
 *
 * @returns what two titles have in common: the facts that fewest titles have first, at most three
 */
export function createSharedFacts(
	catalogue: Catalogue,
): (a: FactSource, b: FactSource) => SharedFact[] {
	const counts = new Map<string, number>();
	for (let index = 0; index < catalogue.size; index++) {
		for (const fact of factsOf(catalogue.anime(index))) {
			counts.set(keyOf(fact), (counts.get(keyOf(fact)) ?? 0) + 1);
		}
	}
	const countOf = (fact: SharedFact) => counts.get(keyOf(fact)) ?? 0;
	return (a, b) => {
		const own = new Set(factsOf(a).map(keyOf));
		return factsOf(b)
			.filter((fact) => own.has(keyOf(fact)))
			.sort((one, other) => countOf(one) - countOf(other))
			.slice(0, MOST_SHARED);
	};
}

/** Each fact once: a few names are a genre and a theme. */
function factsOf({ genres, themes, demographics, studios, source }: FactSource): SharedFact[] {
	const subjects = new Set([...genres, ...themes, ...demographics]);
	return [
		...Array.from(subjects, (name) => ({ kind: 'subject', name }) as const),
		...Array.from(new Set(studios), (name) => ({ kind: 'studio', name }) as const),
		...(source === null || EMPTY_SOURCES.has(source)
			? []
			: [{ kind: 'source', name: source } as const]),
	];
}

function keyOf({ kind, name }: SharedFact): string {
	return `${kind} ${name}`;
}
