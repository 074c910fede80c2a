import * as v from 'valibot';
import type { SiteListFailure } from '#core/profile/site-list.ts';
import type { HttpClient } from '../http.ts';
import type { HttpAnswer } from '../http-exchange.ts';
import { ListBuilder } from '../list-builder.ts';
import type { ListSource, SourceOutcome } from '../list-source.ts';
import { failed, readAnswer } from '../read-answer.ts';
import { nextPage, siteUrl } from '../site-url.ts';
import { ANIMELIST_FIELDS, ANIMELIST_PAGE, malRow } from './animelist-page.ts';

/** What MyAnimeList is asked with. */
export interface MalSourceOptions {
	readonly http: HttpClient;
	/** `https://api.myanimelist.net/v2` */
	readonly baseUrl: string;
	readonly clientId: string;
}

const PAGE_SIZE = 1000;
/** More rows than there are anime: a site that goes on turns in circles. */
const MOST_PAGES = 40;
/** Of no user: whoever holds the key, and steps up in the address. */
const NO_NAMES = new Set(['@me', '.', '..']);

/** Lists of MyAnimeList, by its API version 2. */
export function createMalSource({ http, baseUrl, clientId }: MalSourceOptions): ListSource {
	const base = new URL(baseUrl);
	const headers = { 'x-mal-client-id': clientId };
	return {
		site: 'mal',
		async fetchList(name, signal): Promise<SourceOutcome> {
			if (NO_NAMES.has(name)) return failed('no-such-user');
			const builder = new ListBuilder();
			let url = siteUrl(base, `users/${encodeURIComponent(name.toWellFormed())}/animelist`, {
				fields: ANIMELIST_FIELDS,
				limit: `${PAGE_SIZE}`,
				// Adult titles are left out otherwise.
				nsfw: 'true',
			});
			for (let page = 0; page < MOST_PAGES; page++) {
				const answer = await http.send({ url, headers }, signal);
				if (!answer.ok) return answer;
				if (answer.status >= 400) return refusal(answer);
				const read = readAnswer(ANIMELIST_PAGE, answer.json);
				if (!read.ok) return read;
				for (const { node, list_status } of read.value.data) {
					builder.add([node.id], malRow(list_status));
				}
				if (read.value.paging.next === undefined) return builder.outcome();
				const next = nextPage(url, read.value.paging.next);
				if (next === null) break;
				url = next;
			}
			return failed('source-changed');
		},
	};
}

const REFUSAL = v.object({
	error: v.optional(v.string(), ''),
	message: v.optional(v.string(), ''),
});
/** MyAnimeList's guard against too many requests answers 403 and does not say for how long. */
const GUARD_WAIT_S = 60;

function refusal({ status, json }: HttpAnswer): SiteListFailure {
	const read = v.safeParse(REFUSAL, json);
	// Not from the API, but from something before it that lets nobody through.
	if (!read.success) return failed(status === 403 ? 'source-down' : 'source-changed');
	const { error, message } = read.output;
	if (status === 404) return failed('no-such-user');
	if (status === 403 && /\bDoS\b/i.test(message)) {
		return { ok: false, reason: 'rate-limited', retryAfterS: GUARD_WAIT_S };
	}
	if (status === 403) return failed('private-list');
	const keyRefused = status === 401 || /client.id|invalid_token/i.test(`${error} ${message}`);
	return failed(keyRefused ? 'source-off' : 'source-changed');
}
