/** Version of the catalogue files' layout; a reader takes only its own. */
export const CATALOGUE_FORMAT = 1;

/** Positions in a list of names, as many for each title as `counts` says, one after another. */
export interface TagColumn {
	readonly names: readonly string[];
	readonly counts: readonly number[];
	readonly values: readonly number[];
}

/**
 * `titles.json`: one value per title in every column, in catalogue order.
 *
 * `null` stands for unknown names. Synonyms are joined by line feeds, which no title
 * contains; `types` are positions in `ANIME_TYPES`.
 */
export interface TitlesFile {
	readonly format: number;
	readonly kind: 'titles';
	readonly malIds: readonly number[];
	readonly titles: readonly string[];
	readonly english: readonly (string | null)[];
	readonly native: readonly (string | null)[];
	readonly synonyms: readonly string[];
	readonly members: readonly number[];
	readonly types: readonly number[];
	/** 0 = unknown. */
	readonly years: readonly number[];
}

/**
 * `facts.json`: the remaining facts in the row order of `titles.json`.
 *
 * In every column 0 (for ids, lengths, scores, dates) stands for unknown, so that a column is one
 * array of small numbers, which packs and parses best.
 */
export interface FactsFile {
	readonly format: number;
	readonly kind: 'facts';
	readonly anilistIds: readonly number[];
	readonly kitsuIds: readonly number[];
	readonly anidbIds: readonly number[];
	readonly episodes: readonly number[];
	readonly minutes: readonly number[];
	/** Position in `AIRING_STATUSES` plus 1. */
	readonly statuses: readonly number[];
	/** Position in `SEASONS` plus 1. */
	readonly seasons: readonly number[];
	/** `yyyymmdd` as a number, with zeros for an unknown day or month. */
	readonly startDates: readonly number[];
	/** As `startDates`. */
	readonly endDates: readonly number[];
	readonly sourceNames: readonly string[];
	/** Position in `sourceNames` plus 1. */
	readonly sources: readonly number[];
	readonly ageRatingNames: readonly string[];
	/** Position in `ageRatingNames` plus 1. */
	readonly ageRatings: readonly number[];
	/** 0 or 1. */
	readonly adult: readonly number[];
	readonly genres: TagColumn;
	readonly themes: TagColumn;
	readonly demographics: TagColumn;
	readonly studios: TagColumn;
	/** Hundredths: 857 = 8.57. */
	readonly scores: readonly number[];
	readonly posterPrefixes: readonly string[];
	readonly posterSuffixes: readonly string[];
	/** 0 = no poster; else 1 + prefix + suffix × number of prefixes. */
	readonly posterForms: readonly number[];
	/** What lies between prefix and suffix. */
	readonly posters: readonly string[];
	readonly relations: {
		/** Pairs that start at each title; both titles of a pair know of each other after decoding. */
		readonly counts: readonly number[];
		/** Distance from the title to its relative, > 0. */
		readonly distances: readonly number[];
		/** Positions in `RELATION_KINDS`. */
		readonly kinds: readonly number[];
	};
	readonly franchises: {
		/** Titles of each franchise that has two or more. */
		readonly sizes: readonly number[];
		/** Catalogue indices of those franchises, each in watch order. */
		readonly members: readonly number[];
	};
}
