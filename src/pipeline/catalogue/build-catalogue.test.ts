import { rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCatalogueFolder } from '#tests/support/catalogue-folder.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { DataFileError } from '../csv.ts';
import { BrokenRowLog } from '../dataset/broken-rows.ts';
import { buildCatalogue } from './build-catalogue.ts';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((path) => rm(path, { recursive: true }))));

async function folderWith(...data: Parameters<typeof writeCatalogueFolder>): Promise<string> {
	const folder = await writeCatalogueFolder(...data);
	folders.push(folder);
	return folder;
}

async function build(...data: Parameters<typeof writeCatalogueFolder>) {
	const broken = new BrokenRowLog();
	const built = await buildCatalogue(await folderWith(...data), { broken });
	return { ...built, broken: broken.report() };
}

describe('buildCatalogue', () => {
	it('takes the corpus and well-known others, most members first', async () => {
		const { parts } = await build({
			anime: [
				{ mal_id: 1, title: 'In the corpus', members: 5 },
				{ mal_id: 2, title: 'Unknown', members: 1999 },
				{ mal_id: 4, title: 'Known', members: 2000 },
				{ mal_id: 3, title: 'Known as well', members: 2000 },
			],
		});
		expect(parts.anime.map(({ malId }) => malId)).toEqual([3, 4, 1]);
	});

	it('links titles over one that is not in (F8) and gives pairs as indices', async () => {
		const { parts } = await build({
			anime: [
				{ mal_id: 1, title: 'First', members: 9000, start_date: '2001' },
				{ mal_id: 2, title: 'Between', members: 10, start_date: '2002', type: 'OVA' },
				{ mal_id: 3, title: 'Last', members: 8000, start_date: '2003' },
				{ mal_id: 4, title: 'Special', members: 7000, start_date: '2004' },
			],
			relations: ['1,2,Sequel,x', '2,3,Sequel,x', '4,3,Parent story,x'],
		});
		expect(parts.franchises).toEqual([[0, 1, 2]]);
		expect(parts.pairs).toEqual([{ from: 1, to: 2, kind: 'side-story' }]);
	});

	it('normalises what sources spell differently', async () => {
		const { parts, date } = await build({
			anime: [
				{
					mal_id: 1,
					title: ' Heart&#039;s  Beat ',
					synonyms: ['HB', 'hb', "heart's beat"],
					type: 'ona',
					episodes: 0,
					duration: '1 hr. 5 min. per ep.',
					status: 'Finished Airing',
					season: 'spring 2020',
					start_date: '2020-04-01',
					source: 'LIGHT_NOVEL',
					rating: 'Rx - Hentai',
					score: 0,
					image: 'http://example.org/x.jpg',
				},
			],
		});
		expect(date).toBe('2020-04-01');
		expect(parts.anime[0]).toMatchObject({
			title: "Heart's Beat",
			synonyms: ['HB'],
			type: 'ONA',
			episodes: null,
			minutes: 60 + 5,
			status: 'finished',
			season: 'spring',
			year: 2020,
			source: 'Light novel',
			ageRating: 'Rx',
			adult: true,
			score: null,
			members: 0,
			poster: null,
		});
	});

	it('takes a missing type from the list of franchises', async () => {
		const { parts } = await build({
			anime: [{ mal_id: 1, title: 'Film' }],
			franchises: ['Film,1,2000-01-01,Movie'],
		});
		expect(parts.anime[0]?.type).toBe('Movie');
	});

	it('reports broken rows with their lines and goes on', async () => {
		const { parts, broken } = await build({
			anime: [
				'{"mal_id": 1, "title": ',
				{ mal_id: 1, title: 'Good' },
				{ mal_id: 1, title: 'Again' },
				{ mal_id: -1, title: 'Bad id' },
			],
			relations: ['1,1,Sequel,x', '1,2,Cousin,x', 'one,2,Sequel,x'],
			franchises: ['A,1,2000-01-01,TV', 'B,1,2000-01-01,TV'],
		});
		expect(parts.anime.map(({ title }) => title)).toEqual(['Good']);
		const lines = Object.fromEntries(
			broken.map(({ file, samples }) => [file, samples.map(({ line }) => line)]),
		);
		expect(lines).toEqual({
			'catalogue.jsonl.gz': [1, 3, 4],
			'relations.csv': [2, 3, 4],
			'franchises.csv': [3],
		});
	});

	it('says which file is missing', async () => {
		const folder = await folderWith({ anime: [{ mal_id: 1, title: 'Good' }] });
		await unlink(join(folder, 'relations.csv'));
		const building = buildCatalogue(folder, { broken: new BrokenRowLog() });
		await expect(building).rejects.toThrow(/relations\.csv is missing/);
		await expect(building).rejects.toBeInstanceOf(DataFileError);
	});
});
