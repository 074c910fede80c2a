import { gunzipSync } from 'node:zlib';
import { decodeCatalogue } from '../src/core/catalogue/decode.ts';
import { createRanking } from '../src/core/rank/recommend.ts';
import { openModel, readBundle, type Bundle } from '../src/server/bundle.ts';
import { timeMedian, type Measurement } from './measurement.ts';
import { sampleProfile } from './profiles.ts';

/** Loading the real bundle, and the whole way from a list to an explained page. */
export async function run(): Promise<Measurement[]> {
	const bundle = await readBundle('bundle');
	const model = openModel(bundle);
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
	// A page is explained by taking out every entry once, however short it is.
	const cases = [
		['rank 150 entries, explain 50 rows', 50],
		['rank 150 entries, explain 10 rows', 10],
	] as const;
	const rows: Measurement[] = [await loadCatalogue(bundle)];
	for (const [name, limit] of cases) {
		const median = await timeMedian(() => ranking.recommend({ ...request, limit }));
		rows.push({ name, median, unit: 'ms', limit: 40, reference });
	}
	return rows;
}

/** Unpacking, parsing and decoding the two files of the catalogue; the plainest way stops at the parsing. */
async function loadCatalogue({ publicFiles }: Bundle): Promise<Measurement> {
	const parse = (name: string): unknown =>
		JSON.parse(gunzipSync(publicFiles.get(name)?.bytes ?? '').toString('utf8'));
	const load = () => [parse('titles.json'), parse('facts.json')] as const;
	const options = { runs: 10, warmUp: 1 };
	return {
		name: 'load the catalogue',
		median: await timeMedian(() => decodeCatalogue(...load()), options),
		unit: 'ms',
		limit: 300,
		reference: { name: 'unpack and parse alone', median: await timeMedian(load, options) },
	};
}
