import type { CardTheme, CardTone } from './card-layout.ts';

/** Where a picture finds its tones among the tokens of the page; a test holds both to each other. */
export const TOKEN_OF: Readonly<Record<CardTone, string>> = {
	ground: '--surface-0',
	raised: '--surface-2',
	line: '--line',
	text: '--text-1',
	quiet: '--text-2',
	faint: '--text-3',
	accent: '--accent',
	against: '--against',
};

/** The tokens as they are in each theme: a picture takes no style of the page along. */
export const CARD_COLOURS: Readonly<Record<CardTheme, Readonly<Record<CardTone, string>>>> = {
	light: {
		ground: 'oklch(0.975 0.007 85)',
		raised: 'oklch(0.947 0.01 85)',
		line: 'oklch(0.895 0.012 85)',
		text: 'oklch(0.235 0.012 60)',
		quiet: 'oklch(0.4 0.013 60)',
		faint: 'oklch(0.49 0.013 60)',
		accent: 'oklch(0.45 0.105 145)',
		against: 'oklch(0.49 0.125 42)',
	},
	dark: {
		ground: 'oklch(0.172 0.007 60)',
		raised: 'oklch(0.25 0.009 60)',
		line: 'oklch(0.285 0.009 60)',
		text: 'oklch(0.945 0.008 85)',
		quiet: 'oklch(0.8 0.01 80)',
		faint: 'oklch(0.695 0.012 75)',
		accent: 'oklch(0.82 0.135 138)',
		against: 'oklch(0.79 0.11 55)',
	},
};
