import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { startSite } from '../tests/support/site.ts';
import { readBundle } from '../src/server/bundle.ts';
import { median, timeMedian, type Measurement } from './measurement.ts';
import { sampleProfile } from './profiles.ts';

const STARTS = 5;

/** The built site as a visitor meets it: start, answers, memory, weight of the first view. */
export async function run(): Promise<Measurement[]> {
	const starts: number[] = [];
	for (let start = 0; start < STARTS; start++) {
		const from = performance.now();
		const site = await startSite({ LOG_LEVEL: 'warn' });
		await fetch(site.url);
		starts.push(performance.now() - from);
		await site.stop();
	}
	const site = await startSite({ LOG_LEVEL: 'warn' });
	try {
		return [
			{ name: 'start to first page', median: median(starts), unit: 'ms', limit: 3000 },
			...(await answers(site.url)),
			await memory(site.pid),
			await firstView(site.url),
		];
	} finally {
		await site.stop();
	}
}

async function answers(url: string): Promise<Measurement[]> {
	const { catalogue } = await readBundle('bundle');
	const malIds = Array.from({ length: 2000 }, (_, index) => catalogue.anime(index).malId);
	const ask = (n: number) => {
		const body = JSON.stringify({ entries: sampleProfile(malIds, n), limit: 50 });
		return timeMedian(
			async () => {
				const headers = { 'content-type': 'application/json' };
				const answer = await fetch(`${url}/api/v1/recommendations`, {
					method: 'POST',
					headers,
					body,
				});
				if (!answer.ok) throw new Error(`The site answered ${answer.status}.`);
				await answer.arrayBuffer();
			},
			{ runs: 100, warmUp: 30 },
		);
	};
	const reference = {
		name: 'GET /healthz',
		median: await timeMedian(async () => (await fetch(`${url}/healthz`)).arrayBuffer()),
	};
	return [
		{
			name: 'POST recommendations, 150 entries',
			median: await ask(150),
			unit: 'ms',
			limit: 40,
			reference,
		},
		{
			name: 'POST recommendations, 4 entries',
			median: await ask(4),
			unit: 'ms',
			limit: 15,
			reference,
		},
	];
}

/** Resident memory after the load above, from the kernel's own account. */
async function memory(pid: number): Promise<Measurement> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
	return {
		name: 'resident memory after the load',
		median: kilobytes / 1024,
		unit: 'MB',
		limit: 500,
		note: 'two threads with the catalogue, one of them with the model',
	};
}

/** Compressed scripts and styles that the home page asks for. */
async function firstView(url: string): Promise<Measurement> {
	const html = await (await fetch(url)).text();
	const found = html.matchAll(/(?:href|src)="(?:\.\/|\/)(_app\/[^"]+\.(?:js|css))"/g);
	const files = new Set(Array.from(found, ([, file]) => file ?? ''));
	const sizes = await Promise.all(
		[...files].map(async (file) => {
			const bytes = await (await fetch(`${url}/${file}`)).arrayBuffer();
			return gzipSync(new Uint8Array(bytes)).byteLength;
		}),
	);
	const total = sizes.reduce((sum, size) => sum + size, 0) / 1024;
	return {
		name: 'first view: scripts and styles, gzip',
		median: total,
		unit: 'KB',
		limit: 200,
		note: `${files.size} files`,
	};
}
