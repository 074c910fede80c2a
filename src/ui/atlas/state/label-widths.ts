import { labelBox } from '#atlas/atlas-data.ts';
import type { LabelWidths } from '#atlas/labels/wider-labels.ts';
import type { TitleLanguage } from '#core/catalogue/anime.ts';
import { shownTitle, type TitledAnime } from '#ui/shared/shown-title.ts';

/** What the layout made room for, px: the longer of the two names that most visitors read. */
export function labelRoom({ title, english }: TitledAnime): number {
	return Math.max(labelBox(title).width, labelBox(english ?? title).width);
}

/** The widths of labels in a language of which the layout knew nothing; null where all have room. */
export function wideNames(
	titles: readonly TitledAnime[],
	language: TitleLanguage,
): LabelWidths | null {
	if (language !== 'native') return null;
	const rooms = titles.map(labelRoom);
	const needed = titles.map((title) => labelBox(shownTitle(title, language).text).width);
	return {
		widths: Float32Array.from(rooms, (room, point) => Math.max(room, needed[point] ?? 0)),
		wider: Uint8Array.from(rooms, (room, point) => ((needed[point] ?? 0) > room ? 1 : 0)),
	};
}
