import { DataFileError, readCsv, type CsvOptions } from '../csv.ts';

/** The titles that models rank; their positions are the "items" of all models and lists. */
export interface Corpus {
	readonly size: number;
	/** MyAnimeList ids, most frequent title first. */
	readonly items: Int32Array;
	/** Position of a MyAnimeList id in `items`. */
	readonly position: ReadonlyMap<number, number>;
	/** Training users that the data says have the title (lists of 20 to 1,500 entries). */
	readonly trainUsers: Uint32Array;
	/** Same number = same franchise. */
	readonly franchise: Int32Array;
	/** ISO date, perhaps partial, or empty where nobody knows. */
	readonly startDate: readonly string[];
}

// Lists keep item positions in 16 bits.
const MAX_ITEMS = 65_536;
const DATE = /^(\d{4}(-\d{2}(-\d{2})?)?)?$/;

/** A whole number ≥ 0, or null for anything else; unlike `Number`, empty text is no zero. */
export function parseCount(text: string): number | null {
	return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/**
 * Reads `evaluation/corpus.csv`.
 *
 * @throws DataFileError when the file is missing or holds no usable title.
 */
export async function readCorpus(path: string, options: CsvOptions = {}): Promise<Corpus> {
	const items: number[] = [];
	const position = new Map<number, number>();
	const trainUsers: number[] = [];
	const franchise: number[] = [];
	const startDate: string[] = [];
	const columns = ['mal_id', 'train_users', 'franchise', 'start_date'] as const;
	await readCsv(
		path,
		columns,
		([id, users, group, date], line) => {
			const malId = parseCount(id);
			const userCount = parseCount(users);
			const franchiseId = parseCount(group);
			const broken = (reason: string) => options.onBroken?.(line, reason);
			if (malId === null || userCount === null || franchiseId === null) {
				return broken('mal_id, train_users and franchise must be numbers');
			}
			if (!DATE.test(date)) return broken(`"${date}" is no date`);
			if (position.has(malId)) return broken(`title ${malId} is there twice`);
			position.set(malId, items.length);
			items.push(malId);
			trainUsers.push(userCount);
			franchise.push(franchiseId);
			startDate.push(date);
		},
		options,
	);
	if (items.length === 0) throw new DataFileError(`${path} holds no title.`);
	if (items.length > MAX_ITEMS) throw new DataFileError(`${path} holds over ${MAX_ITEMS} titles.`);
	return {
		size: items.length,
		items: Int32Array.from(items),
		position,
		trainUsers: Uint32Array.from(trainUsers),
		franchise: Int32Array.from(franchise),
		startDate,
	};
}
