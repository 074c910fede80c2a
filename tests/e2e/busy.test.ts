import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite, type Site } from '#tests/support/site.ts';

/** Far more than one thread ranks and a hundred places hold. */
const AT_ONCE = 400;

describe('a site that is asked too much', () => {
	let site: Site;

	beforeAll(async () => {
		site = await startSite({ RANKING_WORKERS: '1' });
	});
	afterAll(() => site.stop());

	const ask = () =>
		fetch(`${site.url}/api/v1/recommendations`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ entries: Array.from({ length: 300 }, (_, k) => ({ malId: k + 1 })) }),
		});

	it('ranks what it can, tells the others when to come back, and goes on serving pages', async () => {
		const asked = Array.from({ length: AT_ONCE }, ask);
		const home = await fetch(site.url);
		expect(home.status).toBe(200);
		const answers = await Promise.all(asked);
		const refused = answers.filter(({ status }) => status === 503);
		expect(refused.length).toBeGreaterThan(0);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(AT_ONCE - refused.length);
		expect(refused[0]?.headers.get('retry-after')).toBe('2');
		expect(await refused[0]?.json()).toMatchObject({ error: { code: 'busy' } });
		expect((await ask()).status).toBe(200);
		expect(await site.log()).not.toContain('"level":50');
	});

	it.each(['0', 'many'])('does not start with RANKING_WORKERS=%s, and says why', async (value) => {
		await expect(startSite({ RANKING_WORKERS: value })).rejects.toThrow(
			'must be a whole number from 1 to 99',
		);
	});
});
