import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runPackage } from './run-process.ts';

/** The built server; it is written last, so its age is the build's. */
export const SITE_ENTRY = 'build/index.js';

/** What a build is made from. */
const INPUTS = ['src', 'static', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];

/** Newest change in milliseconds of a file or of anything below a folder; 0 where there is none. */
async function newestChange(path: string): Promise<number> {
	const stats = await stat(path).catch(() => undefined);
	if (!stats) return 0;
	if (!stats.isDirectory()) return stats.mtimeMs;
	const names = await readdir(path);
	const changes = await Promise.all(names.map((name) => newestChange(join(path, name))));
	return Math.max(stats.mtimeMs, ...changes);
}

/** Whether the site has to be built: never built, or older than its sources. */
export async function needsBuild(): Promise<boolean> {
	const built = await newestChange(SITE_ENTRY);
	const inputs = await Promise.all(INPUTS.map(newestChange));
	return built === 0 || Math.max(...inputs) > built;
}

/**
 * Builds the site where that is needed.
 *
 * @returns the exit status of the build; 0 also where there was nothing to do
 */
export async function buildSite(signal: AbortSignal): Promise<number> {
	if (!(await needsBuild())) return 0;
	return runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
		signal,
		env: { NODE_ENV: 'production' },
	});
}
