import type { ColourBy } from '#atlas/colour/colouring.ts';

/** What points can be coloured by, in words. */
export const COLOUR_NAMES: Readonly<Record<ColourBy, string>> = {
	genre: 'Genre',
	year: 'Year',
	score: 'Average score',
	popularity: 'Popularity',
	own: 'Your score',
	predicted: 'Score to expect',
};
