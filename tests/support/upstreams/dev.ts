import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
	const { catalogue } = await readBundle('bundle', []);
	const upstreams = await startUpstreams({ catalogue });
	const dataDir = await mkdtemp(join(tmpdir(), 'sprout-upstreams-'));
	terminal.warn(`User names to try, on any of the three sites:\n\n${tableOfNames()}\n`);
	const [program, ...args] = values.hot
		? ['node_modules/vite/bin/vite.js', 'dev']
		: ['src/pipeline/cli.ts', 'serve'];
	const site = spawn(process.execPath, [program ?? '', ...args], {
		stdio: 'inherit',
		env: { ...process.env, ...upstreams.env, DATA_DIR: dataDir },
	});
	const ended = once(site, 'exit');
	// A terminal tells both of them; the folder can go once the site has let it go.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => site.kill(signal));
	const [status] = await ended;
	await upstreams.stop();
	await rm(dataDir, { recursive: true, force: true });
	return typeof status === 'number' ? status : 0;
}

process.exitCode = await main();
