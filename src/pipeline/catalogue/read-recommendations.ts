import * as v from 'valibot';
import { positiveInteger, readCsvRecords } from '#pipeline/csv-records.ts';
import type { CsvOptions } from '#pipeline/csv.ts';

/** Two titles of which MyAnimeList members said that who likes one will like the other. */
export interface RecommendedPair {
	readonly malIds: readonly [number, number];
	readonly votes: number;
}

const PairSchema = v.object({
	mal_a: positiveInteger,
	mal_b: positiveInteger,
	votes: positiveInteger,
});

/** Reads `recommendations.csv`. @throws DataFileError when the file is missing or damaged */
export async function readRecommendations(
	path: string,
	options?: CsvOptions,
): Promise<RecommendedPair[]> {
	const pairs: RecommendedPair[] = [];
	await readCsvRecords(
		path,
		PairSchema,
		({ mal_a, mal_b, votes }) => pairs.push({ malIds: [mal_a, mal_b], votes }),
		options,
	);
	return pairs;
}
