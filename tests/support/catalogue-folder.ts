import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A made-up anime as a line of `catalogue.jsonl.gz`. */
type AnimeLine = { mal_id: number; title: string } & Record<string, unknown>;

interface CatalogueRows {
	readonly anime: readonly (AnimeLine | string)[];
	readonly relations?: readonly string[];
	readonly franchises?: readonly string[];
	readonly corpus?: readonly string[];
}

/** Writes the catalogue's sources with the given rows into a new folder and returns its path. */
export async function writeCatalogueFolder(data: CatalogueRows): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'sprout-data-'));
	await mkdir(join(folder, 'evaluation'));
	const lines = data.anime.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
	const csv = (header: string, rows: readonly string[] = []) => `${[header, ...rows].join('\n')}\n`;
	await Promise.all([
		writeFile(join(folder, 'catalogue.jsonl.gz'), gzipSync(`${lines.join('\n')}\n`)),
		writeFile(
			join(folder, 'relations.csv'),
			csv('from_mal,to_mal,relation,source', data.relations),
		),
		writeFile(
			join(folder, 'franchises.csv'),
			csv('franchise,mal_id,start_date,type', data.franchises),
		),
		writeFile(
			join(folder, 'evaluation/corpus.csv'),
			csv('mal_id,train_users,franchise,start_date', data.corpus ?? ['1,1,0,2000-01-01']),
		),
	]);
	return folder;
}
