import type { FixtureTitle } from '../fixtures/title.ts';
import type { SchemaObject } from '../graphql/select.ts';

const DAY_S = 86_400;

/** Of this title a link leads into a script: whoever shows links must check them. */
export const HOSTILE_LINK_MAL_ID = 1535;

/** A title as AniList describes it. Titles that AniList does not have are null. */
export function mediaObject(title: FixtureTitle, nowMs: number): SchemaObject | null {
	if (!title.anilist) return null;
	const { id, idMal } = title.anilist;
	const { name, english } = title;
	return {
		type: 'Media',
		fields: {
			id,
			idMal,
			type: 'ANIME',
			format: title.movie ? 'MOVIE' : 'TV',
			status: title.airing ? 'RELEASING' : 'FINISHED',
			episodes: title.episodes,
			isAdult: title.adult,
			siteUrl: `https://anilist.co/anime/${id}`,
			title: {
				type: 'MediaTitle',
				fields: { romaji: name, english, native: null, userPreferred: name },
			},
			description: { args: ['asHtml'], resolve: () => description(name) },
			coverImage: coverImage(id),
			bannerImage: null,
			externalLinks: externalLinks(title, id),
			streamingEpisodes: [],
			nextAiringEpisode: title.airing ? nextEpisode(id, nowMs) : null,
		},
	};
}

/** Marked up even where plain text is asked for, as on AniList. */
const description = (name: string) =>
	`Everything in <i>${name}</i> begins on an ordinary day.<br><br>\nIt does not stay one &amp; nobody is surprised.<br>\n(Source: Nobody)`;

function coverImage(id: number): SchemaObject {
	const file = (size: string) =>
		`https://s4.anilist.co/file/anilistcdn/media/anime/cover/${size}/bx${id}.jpg`;
	return {
		type: 'MediaCoverImage',
		fields: {
			extraLarge: file('large'),
			large: file('medium'),
			medium: file('small'),
			color: '#e4a15d',
		},
	};
}

function externalLinks({ malId }: FixtureTitle, id: number): readonly SchemaObject[] {
	const link = (site: string, type: string, url: string, language: string | null = null) => ({
		type: 'MediaExternalLink',
		fields: {
			id,
			site,
			type,
			url,
			language,
			siteId: 5,
			color: null,
			icon: null,
			isDisabled: false,
		},
	});
	return [
		link('Official Site', 'INFO', `https://title-${id}.invalid/`, 'Japanese'),
		link('Crunchyroll', 'STREAMING', `https://www.crunchyroll.com/series/${id}`),
		link('Netflix', 'STREAMING', `https://www.netflix.com/title/${id}`),
		...(malId === HOSTILE_LINK_MAL_ID
			? [link('Elsewhere', 'STREAMING', 'javascript:alert(document.domain)')]
			: []),
	];
}

function nextEpisode(mediaId: number, nowMs: number): SchemaObject {
	const timeUntilAiring = 3 * DAY_S;
	const airingAt = Math.floor(nowMs / 1000) + timeUntilAiring;
	return {
		type: 'AiringSchedule',
		fields: { id: mediaId, mediaId, airingAt, timeUntilAiring, episode: 8 },
	};
}
