import { describe, expect, it } from 'vitest';
import { createDetailsFinder, MOST_ASKED } from './details-finder.ts';

const details = (synopsis: string) => ({
	synopsis,
	poster: null,
	streaming: [],
	nextEpisode: null,
});

function server(answer: (ids: readonly string[]) => Response) {
	const asked: string[] = [];
	const fetch = async (url: string | URL | Request) => {
		asked.push(String(url));
		return answer(new URL(String(url), 'http://sprout').searchParams.get('ids')?.split(',') ?? []);
	};
	return { asked, fetch };
}

const knowing = () =>
	server((ids) =>
		Response.json({ details: Object.fromEntries(ids.map((id) => [id, details(`About ${id}`)])) }),
	);

describe('finder of title details', () => {
	it('asks about a title once, together with those that may be next', async () => {
		const { asked, fetch } = knowing();
		const finder = createDetailsFinder({ fetch });
		finder.prepare([1, 2, 3]);
		expect(asked).toEqual([]);
		expect(await finder.find(2)).toEqual(details('About 2'));
		expect((await finder.find(3))?.synopsis).toBe('About 3');
		expect(asked).toEqual(['/api/v1/titles/details?ids=2,1,3']);
	});

	it('asks about what was prepared when the page is idle, at most so many at once', async () => {
		const { asked, fetch } = knowing();
		const idle: (() => void)[] = [];
		const finder = createDetailsFinder({ fetch, whenIdle: (run) => void idle.push(run) });
		finder.prepare(Array.from({ length: 80 }, (_, index) => index + 1));
		idle[0]?.();
		expect(asked[0]?.split(',')).toHaveLength(MOST_ASKED);
		expect((await finder.find(50))?.synopsis).toBe('About 50');
		expect(asked).toHaveLength(1);
	});

	it('gives null for titles that nobody knows more about, and asks again only about what is wanted', async () => {
		const { asked, fetch } = server(() => Response.json({ details: {} }));
		const finder = createDetailsFinder({ fetch });
		finder.prepare([1, 2]);
		expect(await finder.find(1)).toBeNull();
		expect(await finder.find(1)).toBeNull();
		expect(asked).toEqual(['/api/v1/titles/details?ids=1,2', '/api/v1/titles/details?ids=1']);
	});

	it.each([
		['an error', () => new Response('', { status: 503 })],
		['another page', () => new Response('<html>hotel wifi</html>')],
		['another shape', () => Response.json({ details: null })],
	])('gives null after %s and asks again later', async (_name, answer) => {
		const { asked, fetch } = server(answer);
		const finder = createDetailsFinder({ fetch });
		expect(await finder.find(1)).toBeNull();
		expect(await finder.find(1)).toBeNull();
		expect(asked).toHaveLength(2);
	});

	it('gives null without a connection', async () => {
		const finder = createDetailsFinder({
			fetch: async () => {
				throw new TypeError('Failed to fetch');
			},
		});
		expect(await finder.find(1)).toBeNull();
	});
});
