import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { writeCatalogueFolder } from '#tests/support/catalogue-folder.ts';
import { CONTENT_KINDS, itemTags, readItemFacts, VARIETY_KINDS } from './item-tags.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true }));

describe('itemTags', () => {
	it('gives equal tags equal numbers, by kind, and nothing to titles that nobody knows', async () => {
		folder = await writeCatalogueFolder({
			anime: [
				{ mal_id: 20, title: 'B', genres: ['Drama'], studios: ['Drama'], source: 'Manga' },
				{ mal_id: 10, title: 'A', genres: ['Drama', 'Comedy'], source: 'Manga' },
			],
		});
		const facts = await readItemFacts(folder, Int32Array.of(10, 20, 30));
		const [a, b, none] = itemTags(facts, CONTENT_KINDS);
		const [genresOfA, ofB] = itemTags(facts, VARIETY_KINDS);
		// Genre and source are shared; the studio called like the genre is another tag.
		expect(a?.filter((tag) => b?.includes(tag))).toHaveLength(2);
		expect([a?.length, b?.length, none?.length]).toEqual([3, 3, 0]);
		expect([genresOfA?.length, ofB?.length]).toEqual([2, 2]);
	});
});
