import type { NamedNeighbour, NeighbourAnswer, RouteAnswer } from '#core/atlas/neighbour-answer.ts';
import { neighboursOf, type AtlasNeighbours, type Neighbour } from '#core/atlas/neighbours.ts';
import { findRoute } from '#core/atlas/route.ts';
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
	/** The way from a title to another, over titles for adults only where an end is one; without steps where none leads there. */
	routeOf(malId: number, to: number): RouteAnswer;
}

/** @param atlas null in a bundle without a map, on which then nothing has neighbours */
export function createMapService(catalogue: Catalogue, atlas: OpenedAtlas | null): MapService {
	const malIds = atlas?.data.malIds ?? new Int32Array();
	const pointOf = new Map(Array.from(malIds, (malId, point) => [malId, point]));
	const sharedBy = createSharedFacts(catalogue);
	const animeAt = (point: number) => catalogue.anime(catalogue.indexOf(malIds[point] ?? 0) ?? 0);
	const named = (from: number, { point, weight, reasons }: Neighbour): NamedNeighbour => {
		const { malId, title } = animeAt(point);
		return { malId, title, weight, reasons, shared: sharedBy(animeAt(from), animeAt(point)) };
	};
	return {
		data: atlas?.data ?? null,
		points: Array.from(malIds, (_, point) => {
			const anime = animeAt(point);
			return { group: genreGroupOf(anime), members: anime.members, adult: anime.adult };
		}),
		neighboursOf(malId) {
			if (catalogue.indexOf(malId) === undefined) return undefined;
			const point = pointOf.get(malId);
			if (atlas === null || point === undefined) return { malId, neighbours: [] };
			const found = neighboursOf(atlas.neighbours, point);
			return { malId, neighbours: found.map((neighbour) => named(point, neighbour)) };
		},
		routeOf(malId, to) {
			const [from, end] = [pointOf.get(malId), pointOf.get(to)];
			if (atlas === null || from === undefined || end === undefined) {
				return { malId, to, steps: [] };
			}
			// Over titles for adults only where one leads from or to.
			const allowsAdult = animeAt(from).adult || animeAt(end).adult;
			const passes = (point: number) => allowsAdult || !animeAt(point).adult;
			const route = findRoute(atlas.neighbours, from, end, passes) ?? [];
			const steps = route.slice(1).map((point, at) => {
				const before = route[at] ?? from;
				return named(before, stepBetween(atlas.neighbours, before, point));
			});
			return { malId, to, steps };
		},
	};
}

/** A step as it is known: of the two titles either may be a neighbour of the other. */
function stepBetween(neighbours: AtlasNeighbours, from: number, to: number): Neighbour {
	const there = neighboursOf(neighbours, from).find(({ point }) => point === to);
	const back = neighboursOf(neighbours, to).find(({ point }) => point === from);
	const [stronger, weaker] =
		(there?.weight ?? 0) >= (back?.weight ?? 0) ? [there, back] : [back, there];
	return { weight: 0, reasons: [], ...(stronger ?? weaker), point: to };
}
