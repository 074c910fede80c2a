import * as v from 'valibot';
import type { TitleDetails } from '#core/catalogue/title-details.ts';
import { plainDescription } from './plain-description.ts';

/** How many titles one query may ask for: AniList's own limit of a page. */
export const MOST_TITLES = 50;

export const DETAILS_QUERY = `query ($ids: [Int]) {
	Page(perPage: ${MOST_TITLES}) {
		media(id_in: $ids, type: ANIME) {
			id
			description(asHtml: false)
			coverImage { extraLarge large }
			externalLinks { site url type }
			nextAiringEpisode { airingAt episode }
		}
	}
}`;

const MOST_LINKS = 12;
const MOST_URL_CHARACTERS = 500;
const MOST_SITE_CHARACTERS = 60;

const text = v.nullish(v.string(), null);
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

const linkSchema = v.nullable(v.object({ site: text, url: text, type: text }));

const mediaSchema = v.object({
	id: positive,
	description: text,
	coverImage: v.nullish(v.object({ extraLarge: text, large: text }), null),
	externalLinks: v.nullish(v.array(linkSchema), null),
	nextAiringEpisode: v.nullish(v.object({ airingAt: positive, episode: positive }), null),
});

/** What AniList answers to {@link DETAILS_QUERY}; the titles in it are read one by one. */
const answerSchema = v.object({
	data: v.object({ Page: v.object({ media: v.array(v.unknown()) }) }),
});

/**
 * Details by AniList id from an answer. A title that can't be read is left out; undefined where none can, or where
 * the answer has another shape.
 */
export function readDetailsAnswer(json: unknown): ReadonlyMap<number, TitleDetails> | undefined {
	const answer = v.safeParse(answerSchema, json);
	if (!answer.success) return undefined;
	const { media } = answer.output.data.Page;
	const details = new Map<number, TitleDetails>();
	for (const one of media) {
		const result = v.safeParse(mediaSchema, one);
		if (result.success) details.set(result.output.id, detailsOf(result.output));
	}
	return media.length > 0 && details.size === 0 ? undefined : details;
}

function detailsOf(media: v.InferOutput<typeof mediaSchema>): TitleDetails {
	const { description, coverImage, externalLinks, nextAiringEpisode: next } = media;
	return {
		synopsis: plainDescription(description),
		poster: httpsUrl(coverImage?.extraLarge) ?? httpsUrl(coverImage?.large),
		streaming: streamingLinks(externalLinks ?? []),
		nextEpisode: next && { number: next.episode, airsAt: next.airingAt * 1000 },
	};
}

/** One link for each service: the first, which is the most general. */
function streamingLinks(
	links: readonly v.InferOutput<typeof linkSchema>[],
): TitleDetails['streaming'] {
	const bySite = new Map<string, string>();
	for (const link of links) {
		const site = link?.site?.trim().slice(0, MOST_SITE_CHARACTERS);
		const url = httpsUrl(link?.url);
		if (link?.type === 'STREAMING' && site && url && !bySite.has(site)) bySite.set(site, url);
	}
	return Array.from(bySite, ([site, url]) => ({ site, url })).slice(0, MOST_LINKS);
}

/** An address that may stand in a page; those of http are asked for by https. Null for anything else. */
function httpsUrl(address: string | null | undefined): string | null {
	if (!address || address.length > MOST_URL_CHARACTERS) return null;
	const url = URL.parse(address);
	if (url?.protocol === 'http:') url.protocol = 'https:';
	if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
	return url.href.length > MOST_URL_CHARACTERS ? null : url.href;
}
