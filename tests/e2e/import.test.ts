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
			expect(await rows.count()).toBeGreaterThan(10);
			expect(await rows.first().textContent()).toMatch(/Because you/);
			expect(await page.getByRole('main').textContent()).toMatch(/\d+\s+titles from animelist/);

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

	it('tells what it read, what it skipped and what the catalogue lacks', () =>
		visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			await page
				.locator('input[type=file]')
				.setInputFiles(upload('list.xml', listFile('with-flaws.xml')));
			const report = page.getByRole('main');
			await report.getByRole('link', { name: 'See your recommendations' }).waitFor();
			expect(await report.textContent()).toMatch(/read/i);
			expect(await report.textContent()).toMatch(/skipped|left out/i);
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
		['another list format', 'gdpr.json', listFile('gdpr-data.json'), /is not an anime list/],
	])('has its own message for %s', async (_name, file, bytes, heading) => {
		await visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			await page.locator('input[type=file]').setInputFiles(upload(file, bytes));
			const alert = page.getByRole('alert');
			await alert.waitFor();
			expect(await alert.textContent()).toMatch(heading);
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

	it('keeps nothing of it in the log of the server', () => {
		expect(running.site.output()).not.toMatch(/malId|animelist|my_score/);
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
