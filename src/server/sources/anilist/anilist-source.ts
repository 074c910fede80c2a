import type { TitleIds } from '#core/catalogue/title-ids.ts';
import type { ScoreFormat } from '#core/profile/score-format.ts';
import type { SiteListFailure } from '#core/profile/site-list.ts';
import type { HttpClient } from '../http.ts';
import type { HttpAnswer } from '../http-exchange.ts';
import { ListBuilder } from '../list-builder.ts';
import type { ListSource, SourceOutcome } from '../list-source.ts';
import { failed, readAnswer } from '../read-answer.ts';
import { graphqlError, graphqlStatus } from './graphql-errors.ts';
import {
	anilistFormat,
	anilistRow,
	MEDIA_LIST_CHUNK,
	MEDIA_LIST_QUERY,
	type MediaListEntry,
} from './media-list.ts';

/** What AniList is asked with. */
export interface AnilistSourceOptions {
	readonly http: HttpClient;
	/** `https://graphql.anilist.co` */
	readonly baseUrl: string;
	readonly titleIds: Pick<TitleIds, 'byAnilistId'>;
}

/** The most that AniList gives at once. */
const CHUNK_SIZE = 500;
/** AniList ends at 11,000 entries; custom lists repeat some. */
const MOST_CHUNKS = 60;

/** Lists of AniList, by its GraphQL API. */
export function createAnilistSource(options: AnilistSourceOptions): ListSource {
	const { http, titleIds } = options;
	const url = new URL(options.baseUrl);
	return {
		site: 'anilist',
		async fetchList(name, signal): Promise<SourceOutcome> {
			const entries = new Map<number, MediaListEntry>();
			for (let chunk = 1; chunk <= MOST_CHUNKS; chunk++) {
				const variables = { userName: name, chunk, perChunk: CHUNK_SIZE };
				const body = { query: MEDIA_LIST_QUERY, variables };
				const answer = await http.send({ url, body, statusOf: graphqlStatus }, signal);
				if (!answer.ok) return answer;
				if (answer.status >= 400) return refusal(answer);
				const read = readAnswer(MEDIA_LIST_CHUNK, answer.json);
				if (!read.ok) return read;
				const { lists, hasNextChunk } = read.value.data.MediaListCollection;
				// An entry is on its status list, on any custom lists, or, hidden, on those alone.
				for (const entry of lists.flatMap((list) => list.entries)) entries.set(entry.id, entry);
				if (!hasNextChunk) {
					return buildList(entries.values(), titleIds, anilistFormat(read.value));
				}
			}
			return failed('source-changed');
		},
	};
}

function buildList(
	entries: Iterable<MediaListEntry>,
	titleIds: Pick<TitleIds, 'byAnilistId'>,
	scoreFormat: ScoreFormat | undefined,
): SourceOutcome {
	const builder = new ListBuilder();
	for (const entry of entries) {
		const { id, idMal } = entry.media;
		builder.add(idMal > 0 ? [idMal] : titleIds.byAnilistId(id), anilistRow(entry));
	}
	return builder.outcome(scoreFormat);
}

function refusal({ status, json }: HttpAnswer): SiteListFailure {
	const error = graphqlError(json);
	if (error === null) return failed(status === 403 ? 'source-down' : 'source-changed');
	// Both are 404: only the words tell them apart.
	if (status === 404)
		return failed(/private/i.test(error.message) ? 'private-list' : 'no-such-user');
	// How AniList says that its API is switched off for a while.
	if (status === 403)
		return failed(/private/i.test(error.message) ? 'private-list' : 'source-down');
	return failed('source-changed');
}
