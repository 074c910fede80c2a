import { LIST_STATUSES, MAX_SCORE } from '#core/profile/list-entry.ts';

/** Highest score of a profiles file, whose 0 is a title without a score. */
export const HIGHEST_FILE_SCORE = 10;

const SCORE_STEP = MAX_SCORE / HIGHEST_FILE_SCORE;
const STATUS_SHIFT = 4;
const SCORE_MASK = (1 << STATUS_SHIFT) - 1;

const PLANNED = LIST_STATUSES.indexOf('plan-to-watch');
/** The statuses of the file; most rows have none, which reads as completed. */
const STATUS_CODES: ReadonlyMap<string, number> = new Map([
	['', LIST_STATUSES.indexOf('completed')],
	...LIST_STATUSES.map((status, code) => [status.replaceAll('-', '_'), code] as const),
]);

/** Position in `LIST_STATUSES` of a status as profiles files spell it; undefined for any other text. */
export function parseStatus(text: string): number | undefined {
	return STATUS_CODES.get(text);
}

/**
 * Score and status of an entry in one byte: the file's score, 0 to 10, in the low four bits, the position
 * in `LIST_STATUSES` in the three above. 0 in the score's bits is the mask of what has no score.
 */
export function packEntry(fileScore: number, status: number): number {
	return fileScore | (status << STATUS_SHIFT);
}

/** Score of a packed entry as `Interactions` has it: 10–100, 0 = not scored. */
export function scoreOfCode(code: number): number {
	return (code & SCORE_MASK) * SCORE_STEP;
}

/** Position in `LIST_STATUSES` of a packed entry's status. */
export function statusOfCode(code: number): number {
	return code >> STATUS_SHIFT;
}

/** Whether a packed entry is only planned: no model may see it. */
export function isPlanned(code: number): boolean {
	return statusOfCode(code) === PLANNED;
}
