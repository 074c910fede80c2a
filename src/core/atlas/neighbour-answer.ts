import type { SharedFact } from '../rank/similar-anime.ts';
import type { NeighbourReason } from './neighbours.ts';

/** A true neighbour of a title on the map, and why it is one. */
export interface NamedNeighbour {
	readonly malId: number;
	/** Romanised main title. */
	readonly title: string;
	/** How near, 0–1; 1 for the nearest neighbours that there are. */
	readonly weight: number;
	readonly reasons: readonly NeighbourReason[];
	/** What both have, rarest first, at most three. */
	readonly shared: readonly SharedFact[];
}

/** The neighbours of a title, nearest first; none where it is not on the map. */
export interface NeighbourAnswer {
	readonly malId: number;
	readonly neighbours: readonly NamedNeighbour[];
}

/** The way from a title to another over true neighbours. */
export interface RouteAnswer {
	readonly malId: number;
	readonly to: number;
	/** Every title after the first, the last included, each as the neighbour of the one before; none where no way leads there. */
	readonly steps: readonly NamedNeighbour[];
}
