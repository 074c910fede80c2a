import type { OpenAtlas } from '#ui/atlas/data/atlas-files.ts';
import { smallAtlas } from './small-atlas.ts';

/** A map as a page has opened it: titles "T10", "T20" … on a small grid. */
export function openAtlasOf(malIds: readonly number[]): OpenAtlas {
	return {
		data: smallAtlas(malIds),
		titles: malIds.map((malId) => ({
			malId,
			title: `T${malId}`,
			english: null,
			native: null,
			type: 'TV',
			year: 2000,
			score: 7,
			members: 1,
			group: 0,
			adult: false,
		})),
		pointOf: new Map(malIds.map((malId, point) => [malId, point])),
	};
}
