import { describe, expect, it } from 'vitest';
import { freshPoster, hasDetails, nextEpisodeWords, streamingLinks } from './details-words.ts';

describe('words of title details', () => {
	it('say when the next episode airs, unless that is past', () => {
		const format = (time: number) => `at ${time}`;
		const details = { nextEpisode: { number: 5, airsAt: 2_000 } };
		expect(nextEpisodeWords(details, 1_000, format)).toBe('Episode 5 airs at 2000');
		expect(nextEpisodeWords(details, 2_000, format)).toBeNull();
		expect(nextEpisodeWords({ nextEpisode: null }, 1_000, format)).toBeNull();
	});

	it('name a poster only where pages may load it from', () => {
		const poster = 'https://s4.anilist.co/file/bx1.jpg';
		expect(freshPoster({ poster })).toBe(poster);
		expect(freshPoster({ poster: 'https://s4.anilist.co.example/bx1.jpg' })).toBeNull();
		expect(freshPoster({ poster: null })).toBeNull();
		expect(freshPoster(null)).toBeNull();
	});

	it('are nothing where all that was known is past', () => {
		const none = { synopsis: null, poster: null, streaming: [], nextEpisode: null };
		expect(hasDetails(none, 1_000)).toBe(false);
		const airing = { ...none, nextEpisode: { number: 5, airsAt: 2_000 } };
		expect([hasDetails(airing, 1_000), hasDetails(airing, 2_000)]).toEqual([true, false]);
		expect(hasDetails({ ...none, synopsis: 'A story.' }, 1_000)).toBe(true);
	});

	it('offer links of the web only, each site once', () => {
		const crunchyroll = { site: 'Crunchyroll', url: 'https://www.crunchyroll.com/series/1' };
		const streaming = [
			crunchyroll,
			{ ...crunchyroll, url: 'https://www.crunchyroll.com/series/2' },
			{ site: 'Odd', url: 'javascript:alert(1)' },
		];
		expect(streamingLinks({ streaming })).toEqual([crunchyroll]);
	});
});
