import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

/** One subcommand of the command line. */
export interface Command {
	/** Usage with every option, for `--help` and wrong usage. */
	readonly help: string;
	/**
	 * Does the work and resolves to the exit status.
	 *
	 * @throws UsageError when the arguments are wrong; the caller prints the help.
	 */
	run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number>;
}

/** The arguments can't be used; the message says what to do. */
export class UsageError extends Error {}

/** `parseArgs` of Node whose complaints become {@link UsageError}s. */
export function parseOptions<T extends NonNullable<ParseArgsConfig['options']>>(
	args: string[],
	options: T,
) {
	try {
		return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
	}
}
