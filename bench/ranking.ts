import { readItemItemModel } from '../src/core/model/read-model.ts';
import { createRanking } from '../src/core/rank/recommend.ts';
import { readBundle } from '../src/server/bundle.ts';
import { timeMedian, type Measurement } from './measurement.ts';
import { sampleProfile } from './profiles.ts';

/** The whole way from a list to an explained page, with the real bundle. */
export async function run(): Promise<Measurement[]> {
	const bundle = await readBundle('bundle');
	const model = readItemItemModel(bundle.model);
	const ranking = createRanking(bundle.catalogue, model);
	const request = {
		entries: sampleProfile(model.items, 150),
		excludedEntries: [],
		excludedGenres: ['Horror'],
		include: { extraSeasons: true, movies: true, specials: true, music: false },
		adult: false,
		offset: 0,
	};
	const scores = new Float32Array(model.items.length);
	const reference = {
		name: 'scoring alone',
		median: await timeMedian(() => model.score(model.readInput(request.entries), scores)),
	};
	const cases = [
		['rank 150 entries, explain 50 rows', 50],
		['rank 150 entries, explain 10 rows', 10],
	] as const;
	const rows: Measurement[] = [];
	for (const [name, limit] of cases) {
		const median = await timeMedian(() => ranking.recommend({ ...request, limit }));
		rows.push({ name, median, unit: 'ms', limit: 10, reference });
	}
	return rows;
}
