import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runPackage, runProcess } from '#pipeline/run-process.ts';
import { createTerminal } from '#pipeline/terminal.ts';
import { readBundle } from '#server/bundle.ts';
import { tableOfNames } from './behaviours.ts';
import { startUpstreams } from './upstreams.ts';

/**
 * `npm run dev:upstreams`: the site against replayed upstreams, with an empty store of its own. PORT is the site's
 * (3000); `-- --hot` serves it with hot reload (5173), which needs no build.
 */
async function main(): Promise<number> {
	const { values } = parseArgs({ options: { hot: { type: 'boolean', default: false } } });
	const terminal = createTerminal(process.stdout, process.stderr);
	const stop = new AbortController();
	process.once('SIGINT', () => stop.abort());
	process.once('SIGTERM', () => stop.abort());
	const { catalogue } = await readBundle('bundle', []);
	const upstreams = await startUpstreams({ catalogue });
	const dataDir = await mkdtemp(join(tmpdir(), 'sprout-upstreams-'));
	terminal.warn(`User names to try, on any of the three sites:\n\n${tableOfNames()}\n`);
	const options = { signal: stop.signal, env: { ...upstreams.env, DATA_DIR: dataDir } };
	try {
		return await (values.hot
			? runPackage('vite/bin/vite.js', ['dev'], options)
			: runProcess(process.execPath, ['src/pipeline/cli.ts', 'serve'], options));
	} catch (error) {
		// Stopping is how this ends.
		if (stop.signal.aborted) return 0;
		throw error;
	} finally {
		await upstreams.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
}

process.exitCode = await main();
