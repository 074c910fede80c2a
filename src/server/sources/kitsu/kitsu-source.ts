import type { TitleIds } from '#core/catalogue/title-ids.ts';
import type { SiteListFailure } from '#core/profile/site-list.ts';
import type { HttpClient } from '../http.ts';
import type { HttpAnswer } from '../http-exchange.ts';
import { ListBuilder } from '../list-builder.ts';
import type { ListSource, SourceOutcome } from '../list-source.ts';
import { failed, readAnswer } from '../read-answer.ts';
import { nextPage, siteUrl } from '../site-url.ts';
import { kitsuRow, LIBRARY_PAGE, USERS_PAGE } from './library-page.ts';
import { pageTitles } from './page-titles.ts';

/** What Kitsu is asked with. */
export interface KitsuSourceOptions {
	readonly http: HttpClient;
	/** `https://kitsu.app/api/edge` */
	readonly baseUrl: string;
	readonly titleIds: Pick<TitleIds, 'byKitsuId'>;
}

const HEADERS = { accept: 'application/vnd.api+json' };
const PAGE_SIZE = 500;
/** Kitsu may give fewer at once than it is asked for. */
const MOST_PAGES = 250;

/** Lists of Kitsu, by its JSON:API. */
export function createKitsuSource({ http, baseUrl, titleIds }: KitsuSourceOptions): ListSource {
	const base = new URL(baseUrl);
	return {
		site: 'kitsu',
		async fetchList(name, signal): Promise<SourceOutcome> {
			const user = await findUser(http, base, name, signal);
			if (!user.ok) return user;
			const builder = new ListBuilder();
			let url = libraryUrl(base, user.id);
			for (let page = 0; page < MOST_PAGES; page++) {
				const answer = await http.send({ url, headers: HEADERS }, signal);
				if (!answer.ok) return answer;
				if (answer.status >= 400) return refusal(answer, 'private-list');
				const read = readAnswer(LIBRARY_PAGE, answer.json);
				if (!read.ok) return read;
				const titlesOf = pageTitles(read.value, titleIds);
				for (const entry of read.value.data) {
					builder.add(titlesOf(entry), kitsuRow(entry.attributes));
				}
				const { next } = read.value.links;
				if (!next) return builder.outcome();
				const nextUrl = nextPage(url, next);
				if (nextUrl === null) break;
				url = nextUrl;
			}
			return failed('source-changed');
		},
	};
}

function libraryUrl(base: URL, userId: string): URL {
	return siteUrl(base, 'library-entries', {
		'filter[user_id]': userId,
		'filter[kind]': 'anime',
		include: 'anime,anime.mappings',
		// Synopses and pictures would be ten times what is needed.
		'fields[anime]': 'slug,mappings',
		'fields[mappings]': 'externalSite,externalId',
		'page[limit]': `${PAGE_SIZE}`,
	});
}

/** By the name in the profile's address, else by the displayed one. */
async function findUser(
	http: HttpClient,
	base: URL,
	name: string,
	signal: AbortSignal,
): Promise<{ readonly ok: true; readonly id: string } | SiteListFailure> {
	const wanted = folded(name);
	for (const by of ['slug', 'name'] as const) {
		const query = { [`filter[${by}]`]: name.toWellFormed(), 'fields[users]': 'name,slug' };
		const url = siteUrl(base, 'users', query);
		const answer = await http.send({ url, headers: HEADERS }, signal);
		if (!answer.ok) return answer;
		if (answer.status >= 400) return refusal(answer, 'no-such-user');
		const read = readAnswer(USERS_PAGE, answer.json);
		if (!read.ok) return read;
		// A comma separates several names in a filter, so what is found need not be who was asked for.
		const user = read.value.data.find(({ attributes }) => folded(attributes[by] ?? '') === wanted);
		if (user) return { ok: true, id: user.id };
	}
	return failed('no-such-user');
}

function folded(name: string): string {
	return name.normalize('NFC').toLowerCase();
}

function refusal(
	{ status, json }: HttpAnswer,
	hidden: 'private-list' | 'no-such-user',
): SiteListFailure {
	// Not from the API, but from something before it that lets nobody through.
	if (json === undefined) return failed(status === 403 ? 'source-down' : 'source-changed');
	if (status === 404) return failed('no-such-user');
	if (status === 401 || status === 403) return failed(hidden);
	return failed('source-changed');
}
