import { spawn } from 'node:child_process';

/**
 * Runs a program with this process's own streams.
 *
 * @returns its exit status; 128 and more where a signal ended it
 */
export function runProcess(
	program: string,
	args: readonly string[],
	options: { readonly signal?: AbortSignal; readonly env?: Record<string, string> } = {},
): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			// Standard output belongs to the command's own results.
			stdio: ['ignore', process.stderr, process.stderr],
			env: { ...process.env, ...options.env },
			...(options.signal && { signal: options.signal }),
		});
		child.once('error', reject);
		child.once('close', (status) => resolve(status ?? 128));
	});
}

/** Runs the command-line program of an installed npm package with this very Node. */
export function runPackage(
	script: string,
	args: readonly string[],
	options: { readonly signal?: AbortSignal; readonly env?: Record<string, string> } = {},
): Promise<number> {
	return runProcess(process.execPath, [`node_modules/${script}`, ...args], options);
}
