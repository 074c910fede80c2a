import type { TitleDetails } from '#core/catalogue/title-details.ts';
import { readBounded } from '../sources/read-bounded.ts';
import { DETAILS_QUERY, readDetailsAnswer } from './anilist-media.ts';

/** Fifty titles take some 150 KB. */
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_WAIT_MS = 60 * 60_000;

/** What came of a query. `waitMs`: how long AniList wants to be left alone, where it says so. */
export type DetailsOutcome =
	| { readonly ok: true; readonly details: ReadonlyMap<number, TitleDetails> }
	| { readonly ok: false; readonly waitMs: number };

/** Asks for details of at most fifty titles, by AniList id. Never rejects. */
export type DetailsSource = (
	anilistIds: readonly number[],
	signal: AbortSignal,
) => Promise<DetailsOutcome>;

/** AniList's GraphQL API at an address. */
export function createDetailsSource(fetch: typeof globalThis.fetch, url: string): DetailsSource {
	return async (anilistIds, signal) => {
		try {
			const response = await fetch(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json', accept: 'application/json' },
				body: JSON.stringify({ query: DETAILS_QUERY, variables: { ids: anilistIds } }),
				redirect: 'error',
				signal,
			});
			const text = await readBounded(response, MOST_BYTES);
			const details =
				response.ok && text !== null ? readDetailsAnswer(JSON.parse(text)) : undefined;
			return details ? { ok: true, details } : { ok: false, waitMs: waitOf(response) };
		} catch {
			// No network, a page of HTML, a connection that ends: whatever it is, there are no details now.
			return { ok: false, waitMs: 0 };
		}
	};
}

function waitOf({ headers }: Response): number {
	const seconds = Number(headers.get('retry-after') ?? 0);
	return seconds > 0 ? Math.min(seconds * 1000, MOST_WAIT_MS) : 0;
}
