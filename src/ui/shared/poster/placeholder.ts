import { createRng } from '#core/math/rng.ts';
import { MOTIFS, type Motif } from './motifs.ts';
import { monogram } from './monogram.ts';
import { setTitle, type SetLine } from './set-title.ts';

/** Genres and themes from the telling to the general: the first that a title has decides. */
const GENRE_LOOKS: readonly (readonly [genre: string, motif: keyof typeof MOTIFS, hue: number])[] =
	[
		['Mecha', 'plates', 225],
		['Music', 'levels', 325],
		['Sports', 'lanes', 112],
		['Horror', 'slats', 15],
		['Mystery', 'slats', 300],
		['Sci-Fi', 'rings', 250],
		['Suspense', 'slats', 268],
		['Supernatural', 'moon', 285],
		['Romance', 'discs', 2],
		['Girls Love', 'discs', 345],
		['Boys Love', 'discs', 350],
		['Slice of Life', 'waves', 138],
		['Gourmet', 'waves', 70],
		['Fantasy', 'ridges', 168],
		['Adventure', 'ridges', 78],
		['Comedy', 'confetti', 92],
		['Drama', 'arches', 42],
		['Action', 'wedges', 28],
	];

/** What a placeholder is drawn from. */
export interface PlaceholderSubject {
	readonly title: string;
	/** Genres and themes, in any order. */
	readonly genres: readonly string[];
	/** Any whole number that stays with the title; its MyAnimeList id, say. */
	readonly seed: number;
}

/** A drawn poster in a box of 200 × 300; colours are made from the hue by the style sheet. */
export interface Placeholder {
	/** OKLCH hue of both tones, degrees. */
	readonly hue: number;
	/** The motif is lighter than its ground, or the other way round. */
	readonly inverted: boolean;
	readonly motif: Motif;
	/** For posters that are large enough to read. */
	readonly lines: readonly SetLine[];
	/** For small ones: one or two characters. */
	readonly monogram: string;
	/** Lines run from top to bottom, as on a Japanese cover. */
	readonly vertical: boolean;
}

/** Draws the poster of a title that has none: the same subject gives the same drawing anywhere. */
export function drawPlaceholder(subject: PlaceholderSubject): Placeholder {
	const random = createRng(subject.seed).next;
	const looks = GENRE_LOOKS.filter(([genre]) => subject.genres.includes(genre));
	// The second most telling genre now and then, or a shelf of one genre would look stamped.
	const look = looks[random() < 0.3 ? 1 : 0] ?? looks[0];
	const hue = (look?.[2] ?? random() * 360) + (random() - 0.5) * 36;
	const { lines, vertical } = setTitle(subject.title);
	return {
		hue: Math.round((hue + 360) % 360),
		inverted: random() < 0.4,
		motif: MOTIFS[look?.[1] ?? 'hills'](random),
		lines,
		monogram: monogram(subject.title),
		vertical,
	};
}
