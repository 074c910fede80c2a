import type { Command } from '../command.ts';
import { parseOptions } from '../command.ts';
import { readListenAddress, tryAddress } from '../listen-address.ts';
import { KEEP_WASM_CODE } from '../node-flags.ts';
import { runProcess } from '../run-process.ts';
import { buildSite, needsBuild, SITE_ENTRY } from '../site-build.ts';

/**
 * Flags of the server's Node. A request leaves some garbage and little else, so a small young
 * generation and a heap that grows slowly keep the resident memory down at no cost that could be
 * measured.
 */
const NODE_FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=40', KEEP_WASM_CODE];

/**
 * For the allocator of glibc; others don't know it. What is larger, such as a file of the bundle while it is unpacked, is
 * given back to the system once it is free: some 40 MB that were kept or not by chance.
 */
const MALLOC = { MALLOC_MMAP_THRESHOLD_: '4194304' };

export const command: Command = {
	help: `npm start, or: npm run sprout -- serve

Builds the site where its sources are newer than the build, then serves it.

Environment: PORT (3000), HOST (0.0.0.0), BUNDLE_DIR (bundle), DATA_DIR (data), DATABASE_URL,
LOG_LEVEL (info), POSTERS and TITLE_DETAILS (auto, on or off), RANKING_WORKERS (1),
API_REQUESTS_PER_MINUTE (300); see README.md.`,

	async run(args, terminal, signal) {
		parseOptions(args, {});
		const wanted = readListenAddress(process.env);
		const checked = wanted.ok ? await tryAddress(wanted.address) : wanted;
		if (!checked.ok) {
			terminal.warn(checked.message);
			return 1;
		}
		if (await needsBuild()) terminal.warn('Building the site (once, some seconds) …');
		const status = await buildSite(signal);
		if (status !== 0) {
			terminal.warn('The site could not be built; the messages above say why.');
			return status;
		}
		terminal.warn(`Sprout is at http://localhost:${checked.address.port}`);
		const env = { NODE_ENV: 'production', ...MALLOC, ...process.env };
		const server = [...NODE_FLAGS, SITE_ENTRY];
		// The server takes this process over: its memory, its signals and its exit status are its own.
		process.execve?.(process.execPath, [process.execPath, ...server], env);
		// Where the system can't replace a process, the server is a child.
		return runProcess(process.execPath, server, { signal, env });
	},
};
