import * as v from 'valibot';
import { describeIssue } from '#pipeline/csv-records.ts';
import { readText, type CsvOptions } from '#pipeline/csv.ts';
import { AnimeRowSchema, type AnimeRow } from './anime-row.ts';

/** Lines of a text that arrives in chunks, without empty ones; counts from 1. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<[number, string]> {
	let rest = '';
	let line = 0;
	for await (const chunk of chunks) {
		const lines = (rest + chunk).split('\n');
		rest = lines.pop() ?? '';
		for (const text of lines) yield [++line, text];
	}
	if (rest.trim() !== '') yield [++line, rest];
}

function parseRow(text: string): AnimeRow | string {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
	const result = v.safeParse(AnimeRowSchema, json, { abortEarly: true });
	return result.success ? result.output : describeIssue(result.issues[0]);
}

/**
 * Reads `catalogue.jsonl.gz` as a stream. Broken lines and second rows of one title go to `onBroken`.
 *
 * @throws DataFileError when the file is missing or damaged
 */
export async function readAnimeRows(path: string, options: CsvOptions = {}): Promise<AnimeRow[]> {
	const rows = new Map<number, AnimeRow>();
	for await (const [line, text] of linesOf(readText(path, options))) {
		if (text.trim() === '') continue;
		const row = parseRow(text);
		if (typeof row === 'string') options.onBroken?.(line, row);
		else if (rows.has(row.mal_id)) options.onBroken?.(line, `title ${row.mal_id} stands twice`);
		else rows.set(row.mal_id, row);
	}
	return [...rows.values()];
}
