import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { LIST_SITES, type ListSite, type SiteEntry } from '#core/profile/site-list.ts';
import { readBundle } from '#server/bundle.ts';
import type { HttpLimits } from '#server/sources/http.ts';
import type { SourceOutcome } from '#server/sources/list-source.ts';
import { impatientClients, upstreamSources } from '#tests/support/upstreams/upstream-sources.ts';
import { startUpstreams, type Upstreams } from '#tests/support/upstreams/upstreams.ts';

let catalogue: Catalogue;
let upstreams: Upstreams;

beforeAll(async () => {
	({ catalogue } = await readBundle('bundle', []));
	upstreams = await startUpstreams({ catalogue, perMinute: { anilist: Infinity }, slowMs: 50 });
});
afterAll(() => upstreams.stop());
beforeEach(() => upstreams.reset());

/** A site's list of a user, by a client without a past. */
function fetchList(
	site: ListSite,
	name: string,
	signal = new AbortController().signal,
	limits: Partial<HttpLimits> = {},
): Promise<SourceOutcome> {
	const sources = upstreamSources(upstreams, catalogue, impatientClients(limits));
	const source = sources.find((one) => one.site === site);
	if (!source) throw new Error(`There is no source for ${site}.`);
	return source.fetchList(name, signal);
}

async function fetchEntries(site: ListSite, name: string): Promise<readonly SiteEntry[]> {
	const outcome = await fetchList(site, name);
	if (!outcome.ok) throw new Error(`There is no list: ${outcome.reason}.`);
	return outcome.list.entries;
}

/** `id score status episodes/rewatches start..end`, by id. */
const lines = (entries: readonly SiteEntry[]) =>
	entries
		.toSorted((a, b) => a.malId - b.malId)
		.map(({ malId, score, status, progress, rewatches, startedOn, finishedOn }) =>
			[
				malId,
				score ?? '–',
				status,
				`${progress}/${rewatches}`,
				`${startedOn ?? ''}..${finishedOn ?? ''}`,
			].join(' '),
		);

/** What differs between the sites is written out for each of them; see `ordinaryList`. */
const ORDINARY: Record<ListSite, readonly string[]> = {
	// No decimals, no private entries, nothing that only others have.
	mal: [
		'1 90 completed 26/0 ..',
		'19 90 completed 74/0 ..',
		'21 70 watching 1000/0 ..',
		'30 60 completed 26/0 ..',
		'199 90 completed 1/0 ..2009-12-24',
		'431 – plan-to-watch 0/0 ..',
		'820 – on-hold 40/0 ..',
		'1535 80 completed 37/0 2011..2011-10',
		'4224 30 dropped 5/0 ..',
		'5114 100 completed 64/1 2012-04-01..',
		'9253 100 completed 24/0 2014-07..2014-08-30',
		'11061 100 completed 12/2 ..',
		'32281 90 completed 1/0 ..',
		'38000 70 completed 26/0 ..',
		'40028 – plan-to-watch 0/0 ..',
		'40750 20 completed 12/0 ..',
		'52991 100 completed 28/0 ..',
	],
	anilist: [
		'1 90 completed 26/0 ..',
		'19 90 completed 74/0 ..',
		'21 70 watching 1000/0 ..',
		'30 60 completed 26/0 ..',
		'199 90 completed 1/0 ..2009-12-24',
		'820 – on-hold 40/0 ..',
		'1535 80 completed 37/0 2011..2011-10',
		'4224 30 dropped 5/0 ..',
		'5114 100 completed 64/1 2012-04-01..',
		'9253 95 completed 24/0 2014-07..2014-08-30',
		'11061 100 completed 12/2 ..',
		'32281 85 completed 1/0 ..',
		'38000 73 completed 26/0 ..',
		'40028 – plan-to-watch 0/0 ..',
		'40750 20 completed 12/0 ..',
		'52991 100 completed 28/0 ..',
	],
	// Steps of five, whole dates, nothing for adults.
	kitsu: [
		'1 90 completed 26/0 ..',
		'19 90 completed 74/0 ..',
		'21 70 watching 1000/0 ..',
		'30 60 completed 26/0 ..',
		'199 90 completed 1/0 ..2009-12-24',
		'820 – on-hold 40/0 ..',
		'1535 80 completed 37/0 2011-01-01..2011-10-01',
		'4224 30 dropped 5/0 ..',
		'5114 100 completed 64/1 2012-04-01..',
		'9253 95 completed 24/0 2014-07-01..2014-08-30',
		'11061 100 completed 12/2 ..',
		'32281 85 completed 1/0 ..',
		'38000 75 completed 26/0 ..',
		'40028 – plan-to-watch 0/0 ..',
		'52991 100 completed 28/0 ..',
	],
};

describe.each(LIST_SITES)('a list of %s, as the site answers', (site) => {
	it.each(['mika', 'MIKA', 'Zoë ミカ'])('is whole and right for %s', async (name) => {
		expect(lines(await fetchEntries(site, name))).toEqual(ORDINARY[site]);
	});

	it('has as many rows that nobody knows as the site has', async () => {
		const outcome = await fetchList(site, 'mika');
		expect(outcome).toMatchObject({ list: { unresolved: site === 'mal' ? 0 : 1 } });
	});

	it('is paged to its end, each title once', async () => {
		const ids = (await fetchEntries(site, 'long')).map(({ malId }) => malId);
		expect(new Set(ids).size).toBe(ids.length);
		// Of the 2,000 best-known titles Kitsu lacks some, and hides those for adults.
		expect(ids.length).toBeGreaterThan(site === 'kitsu' ? 1700 : 1999);
		expect(upstreams.counts(site).lists).toBe(site === 'mal' ? 2 : 4);
	});

	it.each([
		['nobody', 'no-such-user'],
		['empty', 'empty-list'],
		['private', site === 'kitsu' ? 'empty-list' : 'private-list'],
		['down', 'source-down'],
		['blocked', 'source-down'],
		['reset', 'source-down'],
		['truncated', 'source-down'],
		['flood', 'source-changed'],
		['html-error', 'source-changed'],
		['changed-shape', 'source-changed'],
		['endless', 'source-changed'],
	])('fails for %s as %s', async (name, reason) => {
		expect(await fetchList(site, name)).toEqual({ ok: false, reason });
	});

	it('fails as source-down when its bytes come too slowly', async () => {
		const { signal } = new AbortController();
		const outcome = await fetchList(site, 'drip', signal, { attemptTimeoutMs: 100 });
		expect(outcome).toEqual({ ok: false, reason: 'source-down' });
	});

	it('says how many seconds the site wants to be left alone, and asks it once', async () => {
		const outcome = await fetchList(site, 'rate-limited');
		expect(outcome).toEqual({ ok: false, reason: 'rate-limited', retryAfterS: 30 });
		expect(upstreams.counts(site).lists).toBe(1);
	});

	it.each(['flaky', 'slow'])('comes in the end from a site that is %s', async (name) => {
		expect(lines(await fetchEntries(site, name))).toEqual(ORDINARY[site]);
	});

	it('is not fetched on when whoever asked has left, and the site is left too', async () => {
		const visitor = new AbortController();
		const outcome = fetchList(site, 'drip', visitor.signal);
		await expect.poll(() => upstreams.counts(site).lists).toBe(1);
		visitor.abort();
		expect(await outcome).toEqual({ ok: false, reason: 'cancelled' });
		await expect.poll(() => upstreams.counts(site).abandoned).toBe(1);
		expect(upstreams.counts(site).lists).toBe(1);
	});
});

describe('a list of AniList, as the site answers', () => {
	it('has the same scores in all five formats', async () => {
		const raw = [
			'1 70 completed 26/0 ..',
			'19 – completed 74/0 ..',
			'21 60 completed 1/0 ..',
			'199 90 completed 1/0 ..',
			'820 73 completed 110/0 ..',
			'1535 10 completed 37/0 ..',
			'4224 100 completed 25/0 ..',
			'5114 30 completed 64/0 ..',
			'9253 50 completed 24/0 ..',
			'11061 85 completed 148/0 ..',
			'32281 35 completed 1/0 ..',
		];
		for (const name of ['hundreds', 'decimals', 'tens', 'stars', 'smileys']) {
			expect(lines(await fetchEntries('anilist', name))).toEqual(raw);
		}
	});

	it.each([
		['private-in-200', 'private-list'],
		['unknown-in-200', 'no-such-user'],
		['error-in-200', 'source-down'],
	])('fails for %s, which comes with HTTP 200, as %s', async (name, reason) => {
		expect(await fetchList('anilist', name)).toEqual({ ok: false, reason });
	});

	it('has all 11,000 entries', async () => {
		expect(await fetchEntries('anilist', 'longest')).toHaveLength(11_000);
		expect(upstreams.counts('anilist').lists).toBe(22);
	});
});

it.each(['mal', 'kitsu'] as const)('%s is not followed to another host', async (site) => {
	expect(await fetchList(site, 'elsewhere')).toEqual({ ok: false, reason: 'source-changed' });
	expect(upstreams.counts(site).lists).toBe(1);
});
