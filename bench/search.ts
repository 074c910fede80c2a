import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { decodeTitles } from '../src/core/catalogue/decode.ts';
import {
	namesOf,
	searchableTitles,
	type SearchableTitle,
} from '../src/core/catalogue/search/searchable-title.ts';
import { createTitleSearch } from '../src/core/catalogue/search/title-search.ts';
import { median, timeMedian, type Measurement } from './measurement.ts';

/** One of every kind: each is typed letter by letter. */
const QUERIES = [
	'attack titan',
	'shingeki',
	'進撃の巨人',
	'aot',
	'fullmetal alchemst brotherhod',
	'steinsgate',
	'kimetsu no yaba',
	'maho shojo madoka',
	'monogatari second season',
	'ぼっち',
	'jjk season 2',
	'that time i got reincarnated as a slime',
];
const LIMIT = 8;

/** Levenshtein's distance, the textbook way. */
function plainDistance(a: string, b: string): number {
	let above = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const straight = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			row.push(Math.min(straight, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
		}
		above = row;
	}
	return above[b.length] ?? 0;
}

/** The reference: every name of every title, as a substring or by its distance. */
function scanAll(names: readonly (readonly string[])[], query: string): number[] {
	const text = query.toLowerCase();
	return names
		.map((known, title) => {
			const distances = known.map((name) => (name.includes(text) ? 0 : plainDistance(text, name)));
			return { title, distance: Math.min(...distances) };
		})
		.sort((a, b) => a.distance - b.distance)
		.slice(0, LIMIT)
		.map(({ title }) => title);
}

function lowerCaseNames(titles: readonly SearchableTitle[]): string[][] {
	return titles.map((title) =>
		namesOf(title).flatMap((name) => (name === null ? [] : [name.toLowerCase()])),
	);
}

/** The search over the bundle's catalogue: building it, and every keystroke of some queries. */
export async function run(): Promise<Measurement[]> {
	const file = gunzipSync(await readFile('bundle/titles.json.gz')).toString('utf8');
	const titles = searchableTitles(decodeTitles(JSON.parse(file)));
	const build = await timeMedian(() => createTitleSearch(titles), { runs: 5, warmUp: 2 });

	const search = createTitleSearch(titles);
	const typed = QUERIES.flatMap((query) =>
		Array.from(query, (_, k) =>
			Array.from(query)
				.slice(0, k + 1)
				.join(''),
		),
	);
	for (const query of typed) search.search(query, LIMIT);
	const times = typed.map((query) => {
		const start = performance.now();
		search.search(query, LIMIT);
		return performance.now() - start;
	});
	times.sort((a, b) => a - b);

	const names = lowerCaseNames(titles);
	const scans: number[] = [];
	for (const query of QUERIES) {
		const start = performance.now();
		scanAll(names, query);
		scans.push(performance.now() - start);
	}
	const reference = { name: 'substring and Levenshtein over all names', median: median(scans) };
	const slowest = times[Math.floor(times.length * 0.99)] ?? Number.NaN;
	const note = `${titles.length} titles, ${typed.length} keystrokes`;
	return [
		{
			name: 'search at a keystroke',
			median: median(times),
			unit: 'ms',
			limit: 10,
			reference,
			note,
		},
		{ name: 'search, slowest keystroke of 100', median: slowest, unit: 'ms', limit: 10 },
		{ name: 'build the search index', median: build, unit: 'ms' },
	];
}
