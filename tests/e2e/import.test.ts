import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';
import { gzip, listFile, utf8 } from '#tests/support/list-files.ts';
import { makeEntries, writeMalXml } from '#tests/support/mal-xml.ts';

const running = useSiteAndBrowser({ LOG_LEVEL: 'debug' });

const upload = (name: string, bytes: Uint8Array) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(bytes),
});

describe('importing a list', () => {
	it('reads an export, reports, and ranks it on the device: the list is in no request', () =>
		visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			const requests: string[] = [];
			page.on('request', (request) => {
				requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
			});
			await page
				.locator('input[type=file]')
				.setInputFiles(upload('animelist.xml.gz', gzip(listFile('myanimelist.xml'))));
			const next = page.getByRole('link', { name: 'See your recommendations' });
			await next.waitFor();
			await next.click();
			const rows = page.getByRole('region', { name: 'Recommended for you' }).getByRole('article');
			await rows.first().waitFor();
			await expect.poll(() => rows.count()).toBeGreaterThan(10);
			await expect.poll(() => rows.first().textContent()).toMatch(/Because you/);
			await expect
				.poll(() => page.getByRole('main').textContent())
				.toMatch(/\d+\s+titles from animelist/);

			await page.getByRole('switch', { name: /^Movies/ }).click();
			await page.waitForURL(/movies=1/);
			await rows.first().getByRole('heading').getByRole('button').click();
			await rows.first().getByText('Similar titles').click();
			await rows.first().getByRole('group').getByRole('link').first().waitFor();
			await rows
				.first()
				.getByRole('button', { name: /^Leave this out/ })
				.first()
				.click();
			await page.waitForURL(/[#&]x=\d+/);

			expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
			expect(requests.filter((request) => request.includes('/api/'))).toEqual([]);
			// No rating and no title of the list, in an address or a body: the page's own state is behind #.
			expect(requests.filter((request) => /[?&](r|x|open)=|malId/.test(request))).toEqual([]);

			await page.goBack();
			await page.waitForURL((url) => !url.hash.includes('x='));
			await page.getByText('Not counted from your list').waitFor({ state: 'hidden' });
			await page.goForward();
			await page.getByText('Not counted from your list').waitFor();

			await page.reload();
			await rows.first().waitFor();
			expect(page.url()).toContain('movies=1');
		}));

	it.each([
		['AniList’s JSON', 'gdpr_data.json', listFile('gdpr-data.json'), 6],
		['AniList’s JSON, packed', 'gdpr_data.json.gz', gzip(listFile('gdpr-data.json')), 6],
		['Shikimori’s JSON', 'animes.json', listFile('shikimori.json'), 4],
		['Shikimori’s XML', 'animes.xml', listFile('shikimori.xml'), 2],
		['Kitsu’s XML', 'kitsu.xml', listFile('kitsu.xml'), 2],
		['an old export', 'old.xml', listFile('myanimelist-numeric.xml'), 5],
		['a list that was saved as JSON', 'sprout-list.json', listFile('sprout-list.json'), 4],
		['a list that was saved as CSV', 'sprout-list.csv', listFile('sprout-list.csv'), 3],
		['a list under a wrong name', 'holiday.jpg', listFile('sprout-list.csv'), 3],
	])('reads %s and ranks it', async (_name, file, bytes, titles) => {
		await visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			await page.locator('input[type=file]').setInputFiles(upload(file, bytes));
			await page.getByRole('heading', { name: `${titles} titles are ready` }).waitFor();
			await page.getByRole('link', { name: 'See your recommendations' }).click();
			await page.getByRole('article').first().waitFor();
		});
	});

	it('names the titles of AniList that MyAnimeList lacks, and how many were manga', () =>
		visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			await page
				.locator('input[type=file]')
				.setInputFiles(upload('gdpr_data.json', listFile('gdpr-data.json')));
			await page.getByText('Titles without a MyAnimeList id').click();
			const title = page.getByRole('link', { name: 'AniList title 999999' });
			await expect.poll(() => title.getAttribute('href')).toBe('https://anilist.co/anime/999999');
			await expect.poll(() => page.getByRole('main').textContent()).toMatch(/1 left out: manga/);
		}));

	it('says what it took the scores to be out of, and turns it round', () =>
		visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			await page
				.locator('input[type=file]')
				.setInputFiles(upload('table.csv', utf8('mal_id,score\n1,7\n5114,9\n')));
			await page.getByText(/read as out of 10\./).waitFor();
			await page.getByRole('button', { name: 'Read them as out of 100 instead' }).click();
			await page.getByText('Scores were read as out of 100').waitFor();
			const kept = await page.evaluate(() => localStorage.getItem('sprout:list'));
			expect(kept).toContain('[[1,7,1],[5114,9,1]]');
		}));

	it.each([
		['JSON', /^sprout-list-[\d-]{10}\.json$/],
		['CSV', /^sprout-list-[\d-]{10}\.csv$/],
	])('saves a list as %s, which comes back as it was', async (format, name) => {
		await visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			const input = page.locator('input[type=file]');
			await input.setInputFiles(upload('list.xml', listFile('myanimelist.xml')));
			const next = page.getByRole('link', { name: 'See your recommendations' });
			await next.click();
			await page.getByRole('article').first().waitFor();
			const stored = () => page.evaluate(() => localStorage.getItem('sprout:list') ?? '');
			const entries = (text: string): unknown => JSON.parse(text).entries;
			const before = entries(await stored());

			await page.getByText('Save list').click();
			const download = page.waitForEvent('download');
			await page.getByRole('button', { name: `Save as ${format}` }).click();
			const saved = await download;
			expect(saved.suggestedFilename()).toMatch(name);
			const bytes = await readFile(await saved.path());
			expect(bytes.toString()).toContain('Fullmetal Alchemist: Brotherhood');

			await page.evaluate(() => localStorage.clear());
			await page.goto(`${running.site.url}/import`);
			await input.setInputFiles(upload(saved.suggestedFilename(), bytes));
			await next.waitFor();
			expect(entries(await stored())).toEqual(before);
		});
	});

	it('tells what it read, what it skipped and what the catalogue lacks', () =>
		visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			await page
				.locator('input[type=file]')
				.setInputFiles(upload('list.xml', listFile('with-flaws.xml')));
			const report = page.getByRole('main');
			await report.getByRole('link', { name: 'See your recommendations' }).waitFor();
			await expect.poll(() => report.textContent()).toMatch(/read/i);
			await expect.poll(() => report.textContent()).toMatch(/skipped|left out/i);
		}));

	it.each([
		['an empty file', 'empty.xml', utf8(''), /is empty/],
		['a manga list', 'manga.xml', listFile('manga.xml'), /is a manga list/],
		['a web page', 'list.xml', listFile('web-page.html'), /is not an anime list/],
		['a file cut short', 'cut.xml', listFile('myanimelist.xml').slice(0, 900), /is damaged/],
		[
			'a damaged archive',
			'cut.xml.gz',
			gzip(listFile('myanimelist.xml')).slice(0, 300),
			/is damaged/,
		],
		['an entity bomb', 'bomb.xml', utf8(entityBomb()), /was refused/],
		['an external entity', 'external.xml', listFile('external-entity.xml'), /was refused/],
		[
			'a gzip bomb',
			'bomb.xml.gz',
			gzip(`<myanimelist>${' '.repeat(60_000_000)}</myanimelist>`),
			/was refused/,
		],
		['JSON of another kind', 'other.json', utf8('{"name":"groceries"}'), /is not an anime list/],
		['JSON cut short', 'cut.json', listFile('gdpr-data.json').slice(0, 900), /is damaged/],
		['nested JSON', 'deep.json', utf8('['.repeat(100_000)), /is not built like a list/],
		['a table without ids', 'diary.csv', utf8('title,score\nNaruto,7\n'), /is not an anime list/],
		['a zip', 'list.zip', utf8('PK\u0003\u0004'), /is not an anime list/],
	])('has its own message for %s', async (_name, file, bytes, heading) => {
		await visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			await page.locator('input[type=file]').setInputFiles(upload(file, bytes));
			const alert = page.getByRole('alert');
			await alert.waitFor();
			await expect.poll(() => alert.textContent()).toMatch(heading);
			expect(await page.getByRole('link', { name: 'See your recommendations' }).count()).toBe(0);
		});
	});

	it('reads a list of 5,000 and ranks it without a stop', () =>
		visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			const file = gzip(writeMalXml(makeEntries(5_000)));
			await page.locator('input[type=file]').setInputFiles(upload('big.xml.gz', file));
			await page.getByRole('link', { name: 'See your recommendations' }).click();
			await page.getByRole('article').first().waitFor();
		}));

	it('keeps nothing of it in the log of the server', async () => {
		expect(await running.site.log()).not.toMatch(/malId|animelist|my_score/);
	});

	it('leads on where there is no list yet', () =>
		visiting(running.browser, `${running.site.url}/list`, async ({ page }) => {
			await page.getByRole('main').getByRole('link', { name: 'Import a list' }).waitFor();
		}));
});

/** Ten levels of ten references: ten billion letters, were they expanded. */
function entityBomb(): string {
	const levels = Array.from({ length: 10 }, (_, level) => {
		const value = level === 0 ? 'lol' : `&e${level - 1};`.repeat(10);
		return `<!ENTITY e${level} "${value}">`;
	});
	return `<?xml version="1.0"?><!DOCTYPE myanimelist [${levels.join('')}]><myanimelist>&e9;</myanimelist>`;
}
