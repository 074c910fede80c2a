import type { Anime } from '../../catalogue/anime.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { TraitKind } from '../profile-analytics.ts';
import { yearOf } from '../watched-titles.ts';

/** Titles beyond the best-known ones say little of what people have a choice of. */
const WELL_KNOWN = 3000;
const YEARS_OF_ERA = 10;
/** Nearly all. */
const IMPLIED_SHARE = 0.9;
/** Says how good a title is, not what. */
const NO_TRAIT: ReadonlySet<string> = new Set(['Award Winning']);

/** Something that titles can have in common. */
export interface Trait {
	readonly kind: TraitKind;
	readonly value: string;
}

/** Traits of titles, and how common each is. */
export interface TraitTable {
	/** Each trait once; the same trait is the same object. */
	of(anime: Pick<Anime, 'index'>): readonly Trait[];
	/** Share of the well-known titles that have it. */
	commonness(trait: Trait): number;
	/** Whether nearly all titles that have one trait have the other as well: "Team Sports" goes without saying "Sports". */
	implies(trait: Trait, other: Trait): boolean;
	/** Well-known titles. */
	readonly size: number;
}

/** Reads the traits of all titles once. */
export function createTraitTable(catalogue: Catalogue): TraitTable {
	const traits = new Map<string, Trait>();
	const titles = new Map<Trait, Set<number>>();
	const size = Math.min(WELL_KNOWN, catalogue.size);
	const ofTitle = Array.from({ length: catalogue.size }, (_, index) =>
		traitsOf(catalogue.anime(index)).map((trait) => {
			const key = `${trait.kind} ${trait.value}`;
			const known = traits.get(key) ?? trait;
			traits.set(key, known);
			if (index < size) titles.set(known, (titles.get(known) ?? new Set<number>()).add(index));
			return known;
		}),
	);
	return {
		of: ({ index }) => ofTitle[index] ?? [],
		size,
		commonness: (trait) => (titles.get(trait)?.size ?? 0) / Math.max(1, size),
		implies(trait, other) {
			const own = [...(titles.get(trait) ?? [])];
			const both = own.filter((index) => titles.get(other)?.has(index)).length;
			return own.length > 0 && both >= IMPLIED_SHARE * own.length;
		},
	};
}

/** A few names are a genre and a theme: they count once. Most titles are TV series, so that says nothing. */
function traitsOf(anime: Anime): Trait[] {
	const year = yearOf(anime);
	const kinds: [TraitKind, readonly string[]][] = [
		['genre', anime.genres],
		['theme', anime.themes],
		['demographic', anime.demographics],
		['studio', anime.studios],
		['era', year === null ? [] : [`${Math.floor(year / YEARS_OF_ERA) * YEARS_OF_ERA}s`]],
		['type', anime.type === 'TV' || anime.type === 'Unknown' ? [] : [anime.type]],
	];
	const seen = new Set(NO_TRAIT);
	return kinds.flatMap(([kind, values]) =>
		values.flatMap((value) => {
			if (seen.has(value)) return [];
			seen.add(value);
			return { kind, value };
		}),
	);
}
