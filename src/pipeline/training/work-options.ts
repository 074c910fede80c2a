import { availableParallelism } from 'node:os';
import { UsageError } from '../command.ts';
import { parseCount } from '../dataset/corpus.ts';

/** Options of every command that trains. */
export const WORK_OPTIONS = {
	work: { type: 'string', default: '.training' },
	threads: { type: 'string', default: String(availableParallelism()) },
} as const;

/** @throws UsageError when the option is no number from 1 */
export function parseThreads(threads: string): number {
	const count = parseCount(threads);
	if (!count) throw new UsageError(`--threads takes a number from 1, not "${threads}".`);
	return count;
}
