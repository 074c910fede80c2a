import type { AtlasTitle } from '#core/atlas/atlas-titles.ts';
import type { NeighbourAnswer } from '#core/atlas/neighbour-answer.ts';
import type { TitleLanguage } from '#core/catalogue/anime.ts';
import { displayTitle } from '#core/catalogue/anime.ts';

/** Neighbours that are named aloud. */
const NAMED = 3;

/** A title in a sentence, for those who hear the map. */
export function announcement(
	title: AtlasTitle,
	language: TitleLanguage,
	near: NeighbourAnswer | null,
): string {
	const facts = [
		displayTitle(title, language),
		title.type === 'Unknown' ? null : title.type,
		title.year,
		title.score === null ? null : `average score ${title.score.toFixed(1)}`,
	].filter((fact) => fact !== null);
	const names = near?.neighbours.slice(0, NAMED).map((neighbour) => neighbour.title) ?? [];
	const beside = names.length === 0 ? '' : ` Near it: ${names.join('; ')}.`;
	return `${facts.join(', ')}.${beside}`;
}
