import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The rows of a small data folder, without headers. */
export interface DataRows {
	readonly corpus: readonly string[];
	readonly sources: readonly string[];
	readonly users: readonly string[];
	readonly profiles: readonly string[];
	readonly validationWithheld: readonly string[];
	readonly testWithheld: readonly string[];
	/** Lines of the catalogue; none where it does not matter. */
	readonly anime?: readonly string[];
}

/** Writes the rows as a data folder, hands its path to `use` and removes it afterwards. */
export async function withDataFolder<T>(
	rows: DataRows,
	use: (folder: string) => Promise<T>,
): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'sprout-data-'));
	const text = (header: string, lines: readonly string[]) => [header, ...lines, ''].join('\n');
	try {
		const evaluation = join(folder, 'evaluation');
		await mkdir(evaluation);
		const files: [string, string | Uint8Array][] = [
			[join(folder, 'catalogue.jsonl.gz'), gzipSync((rows.anime ?? []).join('\n'))],
			[join(folder, 'users.csv'), text('user,source,split', rows.users)],
			[join(folder, 'profiles.csv.gz'), gzipSync(text('user,mal_id,score,status', rows.profiles))],
			[
				join(evaluation, 'corpus.csv'),
				text('mal_id,train_users,franchise,start_date', rows.corpus),
			],
			[join(evaluation, 'sources.csv'), text('source,collected', rows.sources)],
			[join(evaluation, 'validation-withheld.csv'), text('user,mal_id', rows.validationWithheld)],
			[join(evaluation, 'test-withheld.csv'), text('user,mal_id', rows.testWithheld)],
		];
		for (const [path, content] of files) await writeFile(path, content);
		return await use(folder);
	} finally {
		await rm(folder, { recursive: true });
	}
}
