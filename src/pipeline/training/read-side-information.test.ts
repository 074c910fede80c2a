import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeCatalogueFolder } from '#tests/support/catalogue-folder.ts';
import { readSideInformation } from './read-side-information.ts';

/** Ids 10, 20, … are items 0, 1, …; 99 is none. */
const POSITIONS = new Map([10, 20, 30, 40].map((malId, item) => [malId, item]));

let folder = '';
afterEach(() => rm(folder, { recursive: true }));

describe('readSideInformation', () => {
	it('reads pairs once, whichever way round, and only of titles that the model knows', async () => {
		folder = await writeCatalogueFolder({
			anime: [{ mal_id: 10, title: 'Aria' }],
			relations: ['10,20,Sequel,x', '20,10,Prequel,y', '10,99,Sequel,x', '30,20,Other,x'],
			franchises: ['A,10,2001,TV', 'A,99,2002,TV', 'A,30,2003,TV', 'B,40,2001,TV', 'A,20,2004,TV'],
		});
		await writeFile(join(folder, 'recommendations.csv'), 'mal_a,mal_b,votes\n40,10,7\n10,99,3\n');
		const side = await readSideInformation(folder, POSITIONS);
		expect(side.relations).toEqual([
			{ a: 0, b: 1 },
			{ a: 1, b: 2 },
		]);
		expect(side.neighbours).toEqual([
			{ a: 0, b: 2 },
			{ a: 2, b: 1 },
		]);
		expect(side.recommendations).toEqual([{ a: 0, b: 3, votes: 7 }]);
	});

	it('groups titles by what they share, ascending; a title alone is no group', async () => {
		const drama = { genres: ['Drama'], studios: ['Kite'], source: 'Manga', type: 'TV' };
		folder = await writeCatalogueFolder({
			anime: [
				{ mal_id: 40, title: 'D', ...drama, start_date: '2004-01-01' },
				{ mal_id: 10, title: 'A', ...drama, start_date: '2006-12-01' },
				{ mal_id: 20, title: 'B', genres: ['Comedy'], type: 'Movie', start_date: '2007-01-01' },
				{ mal_id: 99, title: 'X', genres: ['Comedy'] },
			],
		});
		await writeFile(join(folder, 'recommendations.csv'), 'mal_a,mal_b,votes\n');
		const { groups } = await readSideInformation(folder, POSITIONS);
		// Genre, source, studio, type, and the years 2004 to 2006.
		expect(groups.map((group) => [...group])).toEqual(Array.from({ length: 5 }, () => [0, 3]));
	});
});
