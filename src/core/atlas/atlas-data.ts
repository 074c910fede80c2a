/**
 * The two ways the map is laid out: `local` keeps who is next to whom, `global` keeps how far apart the large
 * groups are.
 */
export const ATLAS_LENSES = ['local', 'global'] as const;
export type AtlasLens = (typeof ATLAS_LENSES)[number];

/** Levels of regions, from the widest (0) to the finest. */
export const REGION_LEVELS = 3;

/** Most points that a map may have: neighbours are numbered with 16 bits. */
export const MOST_POINTS = 25_000;

/**
 * A map of titles. Its "points" are the titles with most members first, so that drawing or labelling in order
 * puts the known ones first; all columns are by point.
 *
 * Positions lie in [−1, 1] on both axes, with one unit of length for both, y upwards; every picture is centred, and its
 * longer side fills the square. "Scales" are CSS pixels for one unit of position.
 */
export interface AtlasData {
	/** MyAnimeList ids, length n; each once. */
	readonly malIds: Int32Array;
	readonly lenses: Readonly<Record<AtlasLens, AtlasLayout>>;
}

/** The map through one lens. */
export interface AtlasLayout {
	/** Length n, −1 to 1. */
	readonly x: Float32Array;
	readonly y: Float32Array;
	/**
	 * Length n: a title's label is shown at this scale and all larger ones. Labels of the size that `labelBox` gives,
	 * centred `LABEL_OFFSET_PX` below their points, then never overlap each other, nor a region's name.
	 */
	readonly labelScale: Float32Array;
	/**
	 * Length n, 0 to 1: how much of a title's true neighbourhood its place keeps. A low value marks a position that is a
	 * compromise, or a title of which too little is known.
	 */
	readonly trust: Float32Array;
	/** By level, widest first: {@link REGION_LEVELS} lists, each ordered by size. Levels nest. */
	readonly regions: readonly (readonly AtlasRegion[])[];
}

/** A named part of the map. */
export interface AtlasRegion {
	/**
	 * One to three words, small ones not counted; no other region of the level has it. Empty where most titles are for
	 * adults: such a region is named at no scale.
	 */
	readonly name: string;
	/** Position of the region that holds this one among those of the level above; −1 on the widest level. */
	readonly parent: number;
	/** Where the name stands: its centre. */
	readonly x: number;
	readonly y: number;
	/** The name is shown at scales from `minScale` (included) to `maxScale` (excluded); never where both are equal. */
	readonly minScale: number;
	readonly maxScale: number;
	/** Points inside, ascending; no point is in two regions of a level. */
	readonly members: Uint16Array;
}
