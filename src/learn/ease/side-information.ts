/** What the catalogue knows about the items of a model; everything by item position. */
export interface SideInformation {
	/** Directly related titles, each pair once. */
	readonly relations: readonly ItemPair[];
	/** Titles that follow each other in a franchise's watch order. */
	readonly neighbours: readonly ItemPair[];
	/** Titles that members recommended for each other. */
	readonly recommendations: readonly (ItemPair & { readonly votes: number })[];
	/** Titles that share a genre, a studio, a source, …: ascending, at least two, each once. */
	readonly groups: readonly Uint16Array[];
}

/** Two different items that belong together, by position. */
export interface ItemPair {
	readonly a: number;
	readonly b: number;
}

/** A catalogue that knows nothing. */
export const NOTHING_KNOWN: SideInformation = {
	relations: [],
	neighbours: [],
	recommendations: [],
	groups: [],
};
