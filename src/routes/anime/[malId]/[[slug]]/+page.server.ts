import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { titlePath, titleSlug } from '#core/catalogue/title-path.ts';
import { titlePage } from '#server/titles/title-page.ts';

/** A title of the catalogue; an address with another slug leads to the one that search engines are to know. */
export const load: PageServerLoad = async ({ params, url, request, locals, setHeaders }) => {
	const malId = /^[1-9]\d{0,6}$/.test(params.malId) ? Number(params.malId) : 0;
	const index = locals.services.catalogue.indexOf(malId);
	if (index === undefined) error(404, { message: 'There is no such title.' });
	const anime = locals.services.catalogue.anime(index);
	if (params.slug !== titleSlug(anime.title)) redirect(308, titlePath(anime) + url.search);
	const page = await titlePage(locals.services, malId, request.signal);
	if (page === undefined) error(404, { message: 'There is no such title.' });
	if (anime.adult) setHeaders({ 'x-robots-tag': 'noindex' });
	return { title: page, origin: url.origin };
};
