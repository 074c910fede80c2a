import type { NeighbourAnswer } from '#core/atlas/neighbour-answer.ts';
import { neighboursOf } from '#core/atlas/neighbours.ts';
import { genreGroupOf } from '#core/atlas/genre-groups.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { createSharedFacts } from '#core/rank/shared-facts.ts';
import type { OpenedAtlas } from '../bundle.ts';

/** A title as a picture shows it. */
interface MapPoint {
	readonly group: number;
	readonly members: number;
	readonly adult: boolean;
}

/** Answers what a page asks about the map beyond the file that it has. */
export interface MapService {
	/** The map itself, for pictures; null in a bundle without one. */
	readonly data: OpenedAtlas['data'] | null;
	/** What a picture of it needs, by point. */
	readonly points: readonly MapPoint[];
	/** Undefined where the catalogue lacks the title. */
	neighboursOf(malId: number): NeighbourAnswer | undefined;
}

/** @param atlas null in a bundle without a map, on which then nothing has neighbours */
export function createMapService(catalogue: Catalogue, atlas: OpenedAtlas | null): MapService {
	const pointOf = new Map(Array.from(atlas?.data.malIds ?? [], (malId, point) => [malId, point]));
	const sharedBy = createSharedFacts(catalogue);
	return {
		data: atlas?.data ?? null,
		points: Array.from(atlas?.data.malIds ?? [], (malId) => {
			const anime = catalogue.anime(catalogue.indexOf(malId) ?? 0);
			return { group: genreGroupOf(anime), members: anime.members, adult: anime.adult };
		}),
		neighboursOf(malId) {
			const index = catalogue.indexOf(malId);
			if (index === undefined) return undefined;
			const point = pointOf.get(malId);
			if (atlas === null || point === undefined) return { malId, neighbours: [] };
			const asked = catalogue.anime(index);
			const neighbours = neighboursOf(atlas.neighbours, point).flatMap(
				({ point: other, weight, reasons }) => {
					const at = catalogue.indexOf(atlas.data.malIds[other] ?? -1);
					if (at === undefined) return [];
					const anime = catalogue.anime(at);
					const shared = sharedBy(asked, anime);
					return [{ malId: anime.malId, title: anime.title, weight, reasons, shared }];
				},
			);
			return { malId, neighbours };
		},
	};
}
