import { createTerminal, type Terminal } from '#pipeline/terminal.ts';

/** A terminal that keeps what it is told. */
export interface RecordedTerminal {
	readonly terminal: Terminal;
	printed(): string;
	warned(): string;
}

/** A terminal of no TTY whose two streams are kept as texts. */
export function recordedTerminal(): RecordedTerminal {
	const out: string[] = [];
	const err: string[] = [];
	const stream = (lines: string[]) => ({ write: (text: string) => lines.push(text) > 0 });
	return {
		terminal: createTerminal(stream(out), stream(err)),
		printed: () => out.join(''),
		warned: () => err.join(''),
	};
}
