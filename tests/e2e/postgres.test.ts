import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	startPostgres,
	whyNoPostgres,
	type PostgresServer,
} from '#tests/support/postgres-server.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const skipped = whyNoPostgres();
const sites = useUpstreams();

describe.skipIf(skipped)(`two sites over one PostgreSQL${skipped ? `: ${skipped}` : ''}`, () => {
	let server: PostgresServer | undefined;
	const running: Site[] = [];

	beforeAll(async () => {
		server = await startPostgres();
		const env = { ...sites.env(), DATABASE_URL: await server.createDatabase() };
		// At once: both find an empty database and want to make its tables.
		running.push(...(await Promise.all([startSite(env), startSite(env)])));
	});
	afterAll(async () => {
		await Promise.all(running.map((site) => site.stop()));
		await server?.stop();
	});

	it('share what they fetched', async () => {
		for (const { url } of running) {
			const page = await fetch(`${url}/user/anilist/mika`);
			expect(page.status).toBe(200);
			expect(await page.text()).toContain('Recommended for you');
		}
		expect(sites.upstreams.counts('anilist').lists).toBe(1);
	});
});
