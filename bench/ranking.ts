import { gunzipSync } from 'node:zlib';
import { decodeCatalogue } from '../src/core/catalogue/decode.ts';
import type { RankingModel } from '../src/core/model/recommender.ts';
import type { PartialRankingOptions } from '../src/core/rank/ranking-options.ts';
import { MOST_MEMBERS } from '../src/core/rank/group/group.ts';
import { createRanking, type Ranking } from '../src/core/rank/recommend.ts';
import type { RecommendationRequest } from '../src/core/rank/recommendation.ts';
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
	const rows: Measurement[] = [
		await loadCatalogue(bundle),
		...(await everythingOn(bundle, model, request)),
		...(await together(ranking, model)),
	];
	for (const [name, limit] of cases) {
		const median = await timeMedian(() => ranking.recommend({ ...request, limit }));
		rows.push({ name, median, unit: 'ms', limit: 40, reference });
	}
	const { offset: _offset, ...list } = request;
	const lanes = () => ranking.lanes({ ...list, today: TODAY });
	const name = 'all lanes for 150 entries';
	rows.push({ name, median: await timeMedian(lanes), unit: 'ms', limit: 40, reference });
	return rows;
}

/** A day of the catalogue's last season. */
const TODAY = '2026-11-26';

/**
 * What order, filters, franchise rules and diversity take beside the model, with every option set and a short page:
 * the model's answers are kept from one time before, and nothing is explained.
 */
async function everythingOn(
	{ catalogue }: Bundle,
	model: RankingModel,
	request: Omit<RecommendationRequest, 'limit'>,
): Promise<Measurement[]> {
	const kept = new Float32Array(model.items.length);
	const keptRatings = new Float32Array(model.items.length);
	model.infer(model.readInput(request.entries), kept, keptRatings);
	const keptSimilar = once((title: number, count: number) => model.similar(title, count));
	const ranking = createRanking(catalogue, {
		name: model.name,
		items: model.items,
		learnedCount: model.learnedCount,
		readInput: (entries) => model.readInput(entries),
		score: (_input, out) => out.set(kept),
		rate: (_input, out) => out.set(keptRatings),
		infer(_input, scores, ratings) {
			scores.set(kept);
			ratings.set(keptRatings);
		},
		leaveOneOut: (input, items) => model.leaveOneOut(input, items),
		contributions: (_input, _items, out) => out.fill(0),
		similar: (title, count) => keptSimilar(title, count),
	});
	const all: RecommendationRequest = { ...request, ...EVERYTHING, limit: 10 };
	const plain = await timeMedian(() => ranking.recommend({ ...request, limit: 10 }));
	const reference = { name: 'without options', median: plain };
	const row = async (name: string, asked: RecommendationRequest, limit: number) => {
		const median = await timeMedian(() => ranking.recommend(asked));
		return { name, median, unit: 'ms', limit, reference } as const;
	};
	const { limit: _limit, offset: _offset, ...list } = all;
	const filtered = { ...list, today: TODAY };
	const lanes = await timeMedian(() => ranking.lanes({ ...request, today: TODAY }));
	const filteredLanes = await timeMedian(() => ranking.lanes(filtered));
	return [
		{ name: 'all lanes, beside the model', median: lanes, unit: 'ms', limit: 20, reference },
		{
			name: 'all lanes with everything on, beside the model',
			median: filteredLanes,
			unit: 'ms',
			limit: 20,
			reference,
		},
		await row('everything on, beside scoring', all, 10),
		await row('everything on, with counts of all choices', { ...all, facets: true }, 20),
	];
}

/** A function whose answers are kept, by its arguments. */
function once<Answer>(ask: (title: number, count: number) => Answer): typeof ask {
	const kept = new Map<string, Answer>();
	return (title, count) => {
		const key = `${title} ${count}`;
		const answer = kept.get(key) ?? ask(title, count);
		kept.set(key, answer);
		return answer;
	};
}

/** Eight lists of 300 at once, and two beside each other; scoring one of them is the plainest part of it. */
async function together(ranking: Ranking, model: RankingModel): Promise<Measurement[]> {
	const lists = Array.from({ length: MOST_MEMBERS }, (_, member) =>
		sampleProfile(model.items.subarray(member * 7), 300),
	);
	const [first = [], second = []] = lists;
	const scores = new Float32Array(model.items.length);
	const median = await timeMedian(() => model.score(model.readInput(first), scores));
	const reference = { name: 'scoring one list', median };
	const asked = { excludedGenres: [], include: NO_EXTRAS, adult: false, limit: 30 } as const;
	const group = { ...asked, members: lists, fairness: 0.5, seenBy: 'none', offset: 0 } as const;
	const row = async (name: string, work: () => unknown, limit: number) =>
		({ name, median: await timeMedian(work), unit: 'ms', limit, reference }) as const;
	return [
		await row('rank 8 lists of 300 together', () => ranking.group(group), 100),
		await row(
			'compare 2 lists of 300',
			() => ranking.compare({ ...asked, lists: [first, second] }),
			50,
		),
	];
}

const NO_EXTRAS = { extraSeasons: false, movies: false, specials: false, music: false };

const EVERYTHING: PartialRankingOptions = {
	ratingWeight: 0.8,
	niche: 0.3,
	popularity: { most: 99 },
	ignoreDislikes: true,
	diversity: 0.5,
	only: { tags: ['Drama'], sources: ['Manga', 'Original'] },
	without: { tags: ['Ecchi'], types: ['Music'], studios: ['Studio Deen'], seasons: ['winter'] },
	ranges: { year: { least: 1990 }, minutes: { least: 5 }, episodes: { most: 60 } },
	minMembers: 500,
	plans: 'hide',
};

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
