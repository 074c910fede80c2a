import { access, constants } from 'node:fs/promises';
import { runProcess } from './run-process.ts';

const WELL_KNOWN_PATHS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function isExecutable(path: string): Promise<boolean> {
	try {
		await access(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Path of an installed Chromium: `CHROMIUM_PATH`, or where systems put it; undefined where there is none. */
export async function findChromium(): Promise<string | undefined> {
	const wanted = process.env.CHROMIUM_PATH;
	for (const path of wanted ? [wanted] : WELL_KNOWN_PATHS) {
		if (await isExecutable(path)) return path;
	}
	return undefined;
}

/**
 * Finds a Chromium, or installs Debian's where this process may.
 *
 * @throws Error that says how to get one
 */
export async function findOrInstallChromium(signal: AbortSignal): Promise<string> {
	const found = await findChromium();
	if (found) return found;
	if (process.getuid?.() === 0 && (await isExecutable('/usr/bin/apt-get'))) {
		await runProcess('apt-get', ['update', '-q'], { signal });
		await runProcess('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], {
			signal,
			env: { DEBIAN_FRONTEND: 'noninteractive' },
		});
		const installed = await findChromium();
		if (installed) return installed;
	}
	throw new Error(
		'The tests need a Chromium. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
	);
}
