import type { AtlasRegion } from '../atlas-data.ts';

/** A region is named while less than this part of it is left out of the map. */
const MOST_HIDDEN = 0.4;
/** Not everybody wants to read these on a map. */
const ADULT_WORDS = /\b(?:Hentai|Erotica)\b/;

/** Whether a region may be named where titles for adults are not shown: not after them, nor where most of it is theirs. */
export function mayBeNamed(
	{ name, members }: Pick<AtlasRegion, 'name' | 'members'>,
	isAdult: (point: number) => boolean,
): boolean {
	if (ADULT_WORDS.test(name)) return false;
	return members.filter(isAdult).length < members.length * MOST_HIDDEN;
}
