import { titleIds } from '#core/catalogue/title-ids.ts';
import { smallCatalogue } from './small-catalogue.ts';

/** Two titles of one AniList id, and one of another. */
const catalogue = smallCatalogue([
	{ malId: 5, anilistId: 50 },
	{ malId: 6, anilistId: 50 },
	{ malId: 7, anilistId: 70 },
]);

/** What knows the ids of those three titles. */
export const idSources = { catalogue, titleIds: titleIds(catalogue) };
