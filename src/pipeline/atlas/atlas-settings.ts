import type { NeighbourEmbeddingSettings } from '#atlas/layout/mde/neighbour-embedding.ts';
import type { NeighbourhoodSettings } from '#atlas/layout/neighbourhood.ts';
import type { TsneSettings } from '#atlas/layout/tsne.ts';

/** Weights of the links between titles, against those of one another. */
export interface LinkWeights {
	/** A stated relation. */
	readonly related: number;
	/** Times log(1 + votes) of members' recommendations. */
	readonly recommended: number;
}

/** How the `global` lens is laid out. */
export interface GlobalSettings extends NeighbourEmbeddingSettings {
	/** Neighbours kept of each title. */
	readonly neighbours: number;
	readonly iterations: number;
}

/** Everything that decides how a map comes out. */
export interface AtlasSettings {
	readonly seed: number;
	/** Exponent by which long lists count less. */
	readonly damping: number;
	/** Numbers that the model's item space is reduced to. */
	readonly spaceWidth: number;
	readonly links: LinkWeights;
	readonly neighbourhood: NeighbourhoodSettings;
	readonly local: TsneSettings;
	/** A title on this many lists is held half as firmly as can be. */
	readonly halfHeld: number;
	/** Iterations from an earlier map, all without exaggeration. */
	readonly warmIterations: number;
	readonly global: GlobalSettings;
	readonly warmGlobalIterations: number;
}

/**
 * Chosen on `validation` (docs/experiments.md): shares of the sources by agreement of genres and chances of co-likes
 * together; the rest by what more of it no longer changed.
 */
export const ATLAS_SETTINGS: AtlasSettings = {
	seed: 1,
	damping: 0.5,
	spaceWidth: 32,
	links: { related: 1, recommended: 0.3 },
	neighbourhood: {
		perplexity: 50,
		candidates: 110,
		likedShare: 0.9,
		halfSupport: 250,
		linkShare: 0.05,
	},
	local: { iterations: 450, exaggerated: 100, exaggeration: 4, theta: 0.6, hold: 0.0045 },
	halfHeld: 100,
	warmIterations: 250,
	global: { neighbours: 15, strangers: 1, repulsion: 1, iterations: 150 },
	warmGlobalIterations: 60,
};

/** t-SNE as it is usually set up (van der Maaten 2014, Belkina et al. 2019). */
export const PLAIN_TSNE: TsneSettings = {
	iterations: 600,
	exaggerated: 180,
	exaggeration: 12,
	theta: 0.6,
	hold: 0,
};

/** The reference's way to the `local` lens: shortest paths over raw counts, a layout in 4D, t-SNE of that. */
export const REFERENCE = { neighbours: 40, dimension: 4, iterations: 300, perplexity: 40 } as const;
