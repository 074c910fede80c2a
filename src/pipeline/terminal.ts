/** Where the command line writes. Commands get it as a parameter and never print by themselves. */
export interface Terminal {
	/** A result: standard output. */
	print(text: string): void;
	/** A remark or a failure: standard error. */
	warn(text: string): void;
	/** A progress bar on standard error; one at a time. */
	progress(label: string, total: number): Progress;
}

/** A bar that is being drawn. */
export interface Progress {
	/** Sets what is done so far, 0 ≤ done ≤ total; `note` stands behind the bar. */
	update(done: number, note?: string): void;
	/** Ends the bar with the time it took. */
	finish(note?: string): void;
}

const BAR_WIDTH = 24;
const REDRAW_MS = 100;
/** Pause between the lines of a bar that goes into a file. */
const SPARSE_MS = 30_000;

/** Seconds as `4.2 s` or `3 min 05 s`. */
export function formatSeconds(seconds: number): string {
	if (seconds < 60) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** Text of a bar such as `███░░░ 50 % 3.0 s left`. */
export function drawBar(label: string, share: number, elapsedS: number, note = ''): string {
	const filled = Math.round(share * BAR_WIDTH);
	const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
	const left =
		share > 0 && share < 1 ? `${formatSeconds((elapsedS / share) * (1 - share))} left` : '';
	return [label.padEnd(26), bar, `${Math.floor(share * 100)} %`.padStart(5), left, note]
		.filter(Boolean)
		.join(' ');
}

type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

/** A terminal over two streams; bars are redrawn in place on a TTY; elsewhere they are a line now and then and one at their end. */
export function createTerminal(out: Output, err: Output, now = () => performance.now()): Terminal {
	return {
		print: (text) => void out.write(`${text}\n`),
		// Over the bar that may stand there; it is drawn again below.
		warn: (text) => void err.write(err.isTTY ? `\r\u001b[K${text}\n` : `${text}\n`),
		progress(label, total) {
			const start = now();
			const everyMs = err.isTTY ? REDRAW_MS : SPARSE_MS;
			let drawn = err.isTTY ? -Infinity : start;
			const elapsedS = () => (now() - start) / 1000;
			return {
				update(done, note) {
					if (now() - drawn < everyMs) return;
					drawn = now();
					const share = total > 0 ? Math.min(1, done / total) : 1;
					const bar = drawBar(label, share, elapsedS(), note);
					err.write(err.isTTY ? `\r\u001b[K${bar}` : `${bar}\n`);
				},
				finish(note = '') {
					const line = `${label.padEnd(26)} ${formatSeconds(elapsedS())} ${note}`.trimEnd();
					err.write(err.isTTY ? `\r\u001b[K${line}\n` : `${line}\n`);
				},
			};
		},
	};
}
