import type { ListStatus } from '#core/profile/list-entry.ts';
import type { FixtureTitle } from '../fixtures/title.ts';
import type { FixtureEntry, FixtureUser } from '../fixtures/user.ts';
import { toMany, toOne, type Resource } from './resource.ts';

export const KITSU_STATUSES: Record<ListStatus, string> = {
	watching: 'current',
	completed: 'completed',
	'on-hold': 'on_hold',
	dropped: 'dropped',
	'plan-to-watch': 'planned',
};

/** Kitsu keeps scores as 2–20. */
const LOWEST_RATING = 2;

export function userResource({ id, name }: FixtureUser): Resource {
	return {
		type: 'users',
		id: String(id),
		attributes: {
			name,
			slug: /^\w+$/.test(name) ? name.toLowerCase() : null,
			createdAt: '2019-03-02T10:00:00.000Z',
			ratingSystem: 'regular',
			sfwFilterPreference: 'sfw',
		},
		relationships: { libraryEntries: toMany([]) },
	};
}

export function entryResource(entry: FixtureEntry, user: FixtureUser): Resource {
	const { title, score } = entry;
	const anime = animeResource(title);
	return {
		type: 'libraryEntries',
		id: String(user.id * 1_000_000 + (title.kitsu?.id ?? 0)),
		attributes: {
			createdAt: '2024-01-05T10:00:00.000Z',
			updatedAt: '2026-05-17T09:30:00.000Z',
			status: KITSU_STATUSES[entry.status],
			progress: entry.progress,
			reconsuming: entry.rewatching,
			reconsumeCount: entry.rewatches,
			private: entry.private,
			notes: null,
			startedAt: instant(entry.startedOn),
			finishedAt: instant(entry.finishedOn),
			ratingTwenty: score === 0 ? null : Math.max(LOWEST_RATING, Math.round(score / 5)),
			rating: score === 0 ? null : (Math.round(score / 10) / 2).toFixed(1),
		},
		relationships: {
			user: toOne(userResource(user)),
			anime: toOne(anime),
			manga: toOne(null),
			media: toOne(anime),
		},
	};
}

/** Kitsu keeps instants, with the parts that nobody gave filled up. */
function instant(date: string | null): string | null {
	if (date === null) return null;
	const [year = '', month = '01', day = '01'] = date.split('-');
	return `${year}-${month}-${day}T00:00:00.000Z`;
}

function animeResource(title: FixtureTitle): Resource {
	const { name, english } = title;
	return {
		type: 'anime',
		id: String(title.kitsu?.id),
		attributes: {
			slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
			canonicalTitle: name,
			titles: { en: english, en_jp: name, ja_jp: null },
			subtype: title.movie ? 'movie' : 'TV',
			status: title.airing ? 'current' : 'finished',
			episodeCount: title.episodes,
			ageRating: title.adult ? 'R18' : 'PG',
			nsfw: title.adult,
		},
		relationships: { mappings: toMany(mappings(title)) },
	};
}

function mappings({ kitsu, anilist }: FixtureTitle): readonly Resource[] {
	const id = kitsu?.id ?? 0;
	const mapping = (number: number, externalSite: string, externalId: number): Resource => ({
		type: 'mappings',
		id: String(id * 10 + number),
		attributes: { externalSite, externalId: String(externalId) },
		relationships: { item: toOne(null) },
	});
	return [
		// Another site's number first: whoever takes any mapping takes the wrong one.
		mapping(1, 'thetvdb/series', 70_000 + id),
		...(kitsu?.malMapping ? [mapping(2, 'myanimelist/anime', kitsu.malMapping)] : []),
		...(anilist && kitsu?.malMapping ? [mapping(3, 'anilist/anime', anilist.id)] : []),
	];
}
