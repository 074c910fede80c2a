import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';

const PER_MINUTE = 12;
const running = useSiteAndBrowser({ API_REQUESTS_PER_MINUTE: String(PER_MINUTE) });
const FACTS = '/api/v1/anime/1535';

/** A page of another site, of which nothing is known but that it is another. */
let elsewhere: Server;
let elsewhereUrl = '';

beforeAll(async () => {
	elsewhere = createServer((request, response) => {
		const status = request.url === '/' ? 200 : 204;
		response.writeHead(status, { 'content-type': 'text/html' });
		response.end('<!doctype html><title>Elsewhere</title>');
	});
	await new Promise<void>((resolve) => void elsewhere.listen(0, '127.0.0.1', resolve));
	const address = elsewhere.address();
	elsewhereUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
});
afterAll(() => new Promise((resolve) => elsewhere.close(resolve)));

/** What a page gets when it asks; runs in the page. */
async function askFromPage([address, body]: [string, string | null]) {
	const init =
		body === null ? {} : { method: 'POST', body, headers: { 'content-type': 'application/json' } };
	const response = await fetch(address, init);
	return {
		status: response.status,
		limit: response.headers.get('ratelimit-limit'),
		keys: Object.keys(await response.json()),
	};
}

// One after the other: all of them are the same client, whose allowance the last uses up.
describe('the gate of the API', () => {
	it('answers pages of other sites, also after a preflight', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await page.goto(elsewhereUrl);
			const facts = await page.evaluate(askFromPage, [running.site.url + FACTS, null] as [
				string,
				null,
			]);
			expect(facts).toMatchObject({ status: 200, limit: String(PER_MINUTE) });
			const body = JSON.stringify({ entries: [{ malId: 1535, score: 90 }], limit: 1 });
			const address = `${running.site.url}/api/v1/recommendations`;
			const ranked = await page.evaluate(askFromPage, [address, body] as [string, string]);
			expect(ranked).toMatchObject({ status: 200, keys: ['page', 'anime'] });
		}));

	it('sends what has not changed only once', async () => {
		const first = await fetch(running.site.url + FACTS);
		const etag = first.headers.get('etag') ?? '';
		expect(etag).toMatch(/^"[0-9a-f]{16}-[0-9a-f]{16}"$/);
		const headers = { 'if-none-match': etag };
		const again = await fetch(running.site.url + FACTS, { headers });
		expect([again.status, await again.text()]).toEqual([304, '']);
	});

	it('answers HEAD like GET, without the body', async () => {
		const response = await fetch(running.site.url + FACTS, { method: 'HEAD' });
		expect([response.status, await response.text()]).toEqual([200, '']);
		expect(response.headers.get('etag')).toMatch(/^"/);
		expect(response.headers.get('content-type')).toBe('application/json');
	});

	it('describes itself where it is', async () => {
		const response = await fetch(`${running.site.url}/api/v1/openapi.json`);
		const document = await response.json();
		expect(document.openapi).toBe('3.1.0');
		expect(document.servers).toEqual([{ url: running.site.url }]);
	});

	it('has an allowance of their own for the site’s pages', () =>
		visiting(running.browser, `${running.site.url}/api`, async ({ page }) => {
			for (let k = 0; k <= PER_MINUTE; k++) {
				const facts = await page.evaluate(askFromPage, [FACTS, null] as [string, null]);
				expect(facts).toMatchObject({ status: 200, limit: String(4 * PER_MINUTE) });
			}
		}));

	it('refuses who asks too often, says for how long, and logs no address', async () => {
		let response = await fetch(running.site.url + FACTS);
		for (let k = 0; k <= PER_MINUTE && response.ok; k++) {
			response = await fetch(running.site.url + FACTS);
		}
		expect(response.status).toBe(429);
		expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(response.headers.get('ratelimit-remaining')).toBe('0');
		expect((await response.json()).error.code).toBe('too-many-requests');
		expect((await fetch(`${running.site.url}/about`)).status).toBe(200);
		const log = await running.site.log();
		expect(log).toContain('"status":429');
		expect(log).not.toContain('127.0.0.1');
	});
});
