import type { Anime } from './anime.ts';
import type { RelationKind } from './catalogue.ts';

/** The facts of a title before it has a place in a catalogue. */
export type AnimeFacts = Omit<Anime, 'index'>;

/** What the title search and the pickers need of a title. */
export type CatalogueTitle = Pick<
	Anime,
	'index' | 'malId' | 'title' | 'english' | 'native' | 'synonyms' | 'members' | 'type' | 'year'
>;

/** Two related titles by catalogue index; `to` is the `kind` of `from`. The way back is implied. */
export interface RelatedPair {
	readonly from: number;
	readonly to: number;
	readonly kind: RelationKind;
}

/** A whole catalogue as plain values: what the pipeline makes and the bundle stores. */
export interface CatalogueParts {
	/** In catalogue order: members descending. */
	readonly anime: readonly AnimeFacts[];
	/** Every related pair once, `from < to`. */
	readonly pairs: readonly RelatedPair[];
	/** Franchises of two or more titles, each in watch order; a title is in one at most. */
	readonly franchises: readonly (readonly number[])[];
}
