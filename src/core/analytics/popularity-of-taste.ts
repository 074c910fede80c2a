import type { PopularityOfTaste } from './profile-analytics.ts';
import { middleOf, shareBelow } from './reference/quantiles.ts';
import type { ReferenceFigures } from './reference/reference-figures.ts';
import type { WatchedTitle } from './watched-titles.ts';

/**
 * How well known the watched titles are, against lists of about as many titles: whoever has watched a thousand has
 * left the well-known ones behind. Null without a title or reference figures.
 */
export function popularityOfTaste(
	watched: readonly WatchedTitle[],
	reference: Pick<ReferenceFigures, 'renown'> | null,
): PopularityOfTaste | null {
	const band = reference?.renown.find(({ mostTitles }) => watched.length <= mostTitles);
	if (watched.length === 0 || !band) return null;
	const renown =
		watched.reduce((sum, { anime }) => sum + Math.log1p(anime.members), 0) / watched.length;
	return {
		members: Math.expm1(renown),
		othersMembers: Math.expm1(middleOf(band.renown)),
		percentile: 1 - shareBelow(band.renown, renown),
	};
}
