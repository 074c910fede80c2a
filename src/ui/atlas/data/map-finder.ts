import type { TitleFinder } from '#ui/recommend/search/title-finder.ts';

/** Finds titles as `finder` does, without those that the map keeps out of sight. */
export function createMapFinder(
	finder: TitleFinder,
	isHidden: (malId: number) => boolean,
): TitleFinder {
	return {
		...finder,
		async find(query) {
			const result = await finder.find(query);
			if (!result.ok) return result;
			return { ok: true, hits: result.hits.filter(({ malId }) => !isHidden(malId)) };
		},
	};
}
