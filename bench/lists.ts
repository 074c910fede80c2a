import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIST_SITES, SITE_NAMES, type ListSite } from '../src/core/profile/site-list.ts';
import { readBundle } from '../src/server/bundle.ts';
import { startSite } from '../tests/support/site.ts';
import { startUpstreams } from '../tests/support/upstreams/upstreams.ts';
import { timeMedian, type Measurement } from './measurement.ts';

/** As many as the site asks of AniList in a minute: a list of 2,000 entries takes four requests. */
const RUNS = { runs: 4, warmUp: 1 };

/** A list of 2,000 entries from a site to the whole page of recommendations for it, past every cache. */
export async function run(): Promise<Measurement[]> {
	const { catalogue } = await readBundle('bundle', []);
	const upstreams = await startUpstreams({ catalogue });
	const dataDir = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
	const env = { ...upstreams.env, DATA_DIR: dataDir, LIST_CACHE_MINUTES: '0', LOG_LEVEL: 'warn' };
	const site = await startSite(env);
	try {
		const rows: Measurement[] = [];
		for (const source of LIST_SITES) {
			const before = upstreams.counts(source).lists;
			rows.push({
				name: `list of 2,000 entries from ${SITE_NAMES[source]} to its recommendations`,
				median: await timeMedian(() => page(site.url, source), RUNS),
				unit: 'ms',
				limit: 400,
				note: `${(upstreams.counts(source).lists - before) / (RUNS.runs + RUNS.warmUp)} pages a list`,
			});
		}
		return rows;
	} finally {
		await site.stop();
		await upstreams.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
}

async function page(url: string, source: ListSite): Promise<void> {
	const answer = await fetch(`${url}/user/${source}/long`);
	const html = await answer.text();
	if (!answer.ok || !html.includes('</html>'))
		throw new Error(`The site answered ${answer.status}.`);
}
