import type { Anime } from './anime.ts';

/** Typed, directed edges between titles; `a --sequel--> b` reads "b is the sequel of a". */
export const RELATION_KINDS = [
	'sequel',
	'prequel',
	'parent-story',
	'side-story',
	'full-story',
	'summary',
	'alternative-version',
	'alternative-setting',
	'spin-off',
	'character',
	'other',
	'related',
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** One edge that leaves a title. */
export interface Relation {
	/** Catalogue index of the title that the edge leads to. */
	readonly to: number;
	readonly kind: RelationKind;
}

/**
 * All anime that Sprout knows, addressed by index (0 = most members).
 *
 * Franchises partition the catalogue: a title without relatives is a franchise of one.
 */
export interface Catalogue {
	readonly size: number;
	/** @throws RangeError when there is no such index. */
	anime(index: number): Anime;
	indexOf(malId: number): number | undefined;
	/** Franchise number of every index; numbers run from 0 without gaps. */
	readonly franchise: Int32Array;
	readonly franchiseCount: number;
	/** Catalogue indices of a franchise in watch order. */
	franchiseMembers(franchise: number): readonly number[];
	/** Edges that leave a title; both directions are present, with mirrored kinds. */
	relations(index: number): readonly Relation[];
}
