import type { Anime } from '#core/catalogue/anime.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { everyTitleLink, type TitleLink } from '#core/catalogue/title-links.ts';

/** All that the catalogue knows of a title. */
export interface AnimeFacts extends Omit<Anime, 'index'> {
	/** Number of the franchise in this bundle. */
	readonly franchise: number;
	/** MyAnimeList ids in watch order, the title itself among them. */
	readonly franchiseMembers: readonly number[];
	readonly links: readonly TitleLink[];
}

/** Undefined where there is no such title. */
export function animeFacts(catalogue: Catalogue, malId: number): AnimeFacts | undefined {
	const at = catalogue.indexOf(malId);
	if (at === undefined) return undefined;
	const { index, ...facts } = catalogue.anime(at);
	const franchise = catalogue.franchise[index] ?? 0;
	return {
		...facts,
		franchise,
		franchiseMembers: catalogue
			.franchiseMembers(franchise)
			.map((member) => catalogue.anime(member).malId),
		links: everyTitleLink(facts),
	};
}
