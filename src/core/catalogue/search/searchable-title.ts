import type { Anime } from '../anime.ts';

/** The names and the popularity of one title: all that the search needs to know. */
export interface SearchableTitle {
	/** Romanised main title. */
	readonly romaji: string;
	readonly english: string | null;
	readonly native: string | null;
	readonly synonyms: readonly string[];
	/** Number of people who have it on their list: the prior for what a visitor means. */
	readonly members: number;
}

/** The searchable part of catalogue titles, in their order, so that match indices stay theirs. */
export function searchableTitles(
	titles: Iterable<Pick<Anime, 'title' | 'english' | 'native' | 'synonyms' | 'members'>>,
): SearchableTitle[] {
	return Array.from(titles, ({ title, english, native, synonyms, members }) => ({
		romaji: title,
		english,
		native,
		synonyms,
		members,
	}));
}

/** All names of a title, the three main ones first; its positions identify a name. */
export function namesOf(title: SearchableTitle): (string | null)[] {
	return [title.romaji, title.english, title.native, ...title.synonyms];
}

/** Number of main names at the front of {@link namesOf}; what follows are synonyms. */
export const MAIN_NAMES = 3;
