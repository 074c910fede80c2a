import { readCsv, type CsvCounts, type CsvOptions } from '../csv.ts';
import { parseCount } from './corpus.ts';
import { HIGHEST_FILE_SCORE, packEntry, parseStatus } from './entry-code.ts';

/** What takes the entries of one user; false where it has the title already. */
interface EntryTarget {
	add(malId: number, code: number): boolean;
}

/**
 * Reads a profiles file (`user,mal_id,score,status`) row by row into the lists of its users. Rows that can't
 * be used are told and left out; of two rows of one title in a list the first counts.
 *
 * @param isKnown whether a user's rows are wanted; those of others are broken
 * @param listOf the list that a user's row belongs to
 * @returns usable and broken rows
 */
export async function readEntryRows(
	path: string,
	isKnown: (user: number) => boolean,
	listOf: (user: number, line: number) => EntryTarget,
	options: CsvOptions = {},
): Promise<CsvCounts> {
	let refused = 0;
	const counts = await readCsv(
		path,
		['user', 'mal_id', 'score', 'status'],
		([userText, idText, scoreText, statusText], line) => {
			const broken = (reason: string) => {
				refused++;
				options.onBroken?.(line, reason);
			};
			const user = parseCount(userText);
			const malId = parseCount(idText);
			const score = parseCount(scoreText);
			const status = parseStatus(statusText);
			if (user === null || malId === null) return broken('user and mal_id must be numbers');
			if (!isKnown(user)) return broken(`user ${user} is not in users.csv`);
			if (score === null || score > HIGHEST_FILE_SCORE) {
				return broken(`"${scoreText}" is no score from 0 to ${HIGHEST_FILE_SCORE}`);
			}
			if (status === undefined) return broken(`"${statusText}" is no status`);
			if (!listOf(user, line).add(malId, packEntry(score, status))) {
				broken(`user ${user} lists title ${malId} twice`);
			}
		},
		options,
	);
	return { rows: counts.rows - refused, broken: counts.broken + refused };
}
