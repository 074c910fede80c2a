import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readBundle } from '#server/bundle.ts';
import { startUpstreams, type UpstreamOptions, type Upstreams } from './upstreams.ts';

/** Replayed upstreams and an empty folder for a site's store, from before the tests of a file until after them. */
export function useUpstreams(options: Omit<UpstreamOptions, 'catalogue'> = {}): {
	readonly upstreams: Upstreams;
	readonly dataDir: string;
	/** What points a site at both. */
	env(): Readonly<Record<string, string>>;
} {
	let running: { upstreams: Upstreams; dataDir: string } | undefined;
	const started = () => {
		if (!running) throw new Error('The upstreams run only while tests run.');
		return running;
	};
	beforeAll(async () => {
		const { catalogue } = await readBundle('bundle', []);
		running = {
			upstreams: await startUpstreams({ ...options, catalogue }),
			dataDir: await mkdtemp(join(tmpdir(), 'sprout-upstreams-')),
		};
	});
	afterAll(async () => {
		await running?.upstreams.stop();
		if (running) await rm(running.dataDir, { recursive: true, force: true });
	});
	return {
		get upstreams() {
			return started().upstreams;
		},
		get dataDir() {
			return started().dataDir;
		},
		env: () => ({
			...started().upstreams.env,
			DATA_DIR: started().dataDir,
			TITLE_DETAILS: 'on',
		}),
	};
}
