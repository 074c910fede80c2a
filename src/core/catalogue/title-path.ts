import type { Anime } from './anime.ts';

/** Letters that a slug keeps: the rest of a title is in the page. */
const MOST_LETTERS = 60;
/** What stands for a title that has no Latin letter. */
const NAMELESS = 'anime';

type Titled = Pick<Anime, 'malId' | 'title'>;

/**
 * The readable part of a title's address, from its romanised title: `Boku no Hero Academia 2` is
 * `boku-no-hero-academia-2`. It decides nothing, so it need not be unique.
 */
export function titleSlug(title: string): string {
	const words = title
		.normalize('NFKD')
		// An accent goes, and an apostrophe joins what it parts: `L'Arc` is one word.
		.replaceAll(/\p{M}|['’]/gu, '')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');
	let slug = '';
	for (const word of words) {
		const longer = slug === '' ? word.slice(0, MOST_LETTERS) : `${slug}-${word}`;
		if (longer.length > MOST_LETTERS) break;
		slug = longer;
	}
	return slug === '' ? NAMELESS : slug;
}

/** Address of the page of a title on this site. */
export function titlePath({ malId, title }: Titled): string {
	return `/anime/${malId}/${titleSlug(title)}`;
}
