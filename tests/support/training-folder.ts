import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { withDataFolder, type DataRows } from './data-folder.ts';

const TITLES = Array.from({ length: 24 }, (_, title) => title + 1);
const USERS = Array.from({ length: 30 }, (_, user) => user + 1);
const SPLITS = ['train', 'train', 'train', 'train', 'validation', 'test'] as const;
const splitOf = (user: number) => SPLITS[user % SPLITS.length] ?? 'train';
export const isTest = (user: number) => splitOf(user) === 'test';

/** Users watch titles of their own colour; `entry` can change what one of them does. */
export function trainingRows(entry: (user: number, title: number) => string | null): DataRows {
	return {
		corpus: TITLES.map((title) => `${title},9,${title},2001-01-01`),
		sources: ['crawl,2016-09-30'],
		users: USERS.map((user) => `${user},crawl,${splitOf(user)}`),
		profiles: USERS.flatMap((user) =>
			TITLES.map((title) => entry(user, title)).filter((line) => line !== null),
		),
		validationWithheld: [],
		testWithheld: [],
	};
}

export const ownColour = (user: number, title: number) =>
	(user + title) % 2 === 0 && (user + 2 * title) % 5 !== 0 ? `${user},${title},8,completed` : null;

/** Writes the rows and a small catalogue as a folder to train on, hands its path to `use` and removes it afterwards. */
export function withTrainingFolder<T>(
	rows: DataRows,
	use: (folder: string) => Promise<T>,
): Promise<T> {
	return withDataFolder(rows, async (folder) => {
		const anime = TITLES.map((title) =>
			JSON.stringify({ mal_id: title, title: `Title ${title}`, genres: ['Drama'], members: 5 }),
		);
		const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
		await writeFile(join(folder, 'catalogue.jsonl.gz'), gzipSync(csv(...anime)));
		const relations = csv('from_mal,to_mal,relation,source', '1,3,Sequel,x');
		await writeFile(join(folder, 'relations.csv'), relations);
		await writeFile(join(folder, 'franchises.csv'), csv('franchise,mal_id,start_date,type'));
		await writeFile(join(folder, 'recommendations.csv'), csv('mal_a,mal_b,votes', '2,4,10'));
		return use(folder);
	});
}
