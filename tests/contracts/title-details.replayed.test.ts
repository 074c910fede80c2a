import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundle } from '#server/bundle.ts';
import { createDetailsSource } from '#server/titles/details-source.ts';
import { loopbackFetch } from '#tests/support/loopback-fetch.ts';
import { startUpstreams, type Upstreams } from '#tests/support/upstreams/upstreams.ts';

const NOW = Date.UTC(2026, 10, 25);
let upstreams: Upstreams;

beforeAll(async () => {
	const { catalogue } = await readBundle('bundle', []);
	upstreams = await startUpstreams({ catalogue, now: () => NOW });
});
afterAll(() => upstreams.stop());

describe('details of titles, as AniList answers', () => {
	it('come in one query, as plain text and checked addresses', async () => {
		const source = createDetailsSource(loopbackFetch, upstreams.env.ANILIST_API_URL);
		const outcome = await source([21, 1535, 21_087, 900_001], new AbortController().signal);
		expect(upstreams.counts('anilist')).toMatchObject({ requests: 1, titles: 1 });
		if (!outcome.ok) throw new Error('There are no details.');
		expect(outcome.details.size).toBe(3);
		expect(outcome.details.get(21)).toMatchObject({
			synopsis: expect.stringMatching(/^Everything in One Piece begins on an ordinary day\.\n\n/),
			poster: expect.stringMatching(/^https:\/\/s4\.anilist\.co\//),
			nextEpisode: { number: 8, airsAt: NOW + 3 * 86_400_000 },
		});
		const deathNote = outcome.details.get(1535);
		// Neither the official site, where nothing is streamed, nor the link into a script.
		expect(deathNote?.streaming.map(({ site }) => site)).toEqual(['Crunchyroll', 'Netflix']);
		expect(deathNote?.nextEpisode).toBeNull();
	});
});
