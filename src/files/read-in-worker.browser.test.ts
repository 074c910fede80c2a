import { expect, test } from 'vitest';
import { makeEntries, writeMalXml } from '#tests/support/mal-xml.ts';
import type { ReadProgress } from './list-file-result.ts';
import { readInWorker } from './read-in-worker.ts';
import { listAsJson, listAsTable } from './write-list.ts';

async function packed(text: string): Promise<Blob> {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	return new Response(stream).blob();
}

test('a packed list is read in a worker, with progress', async () => {
	const entries = makeEntries(5000);
	const steps: ReadProgress[] = [];
	const result = await readInWorker(await packed(writeMalXml(entries)), {
		onProgress: (progress) => steps.push(progress),
	});
	if (!result.ok) throw new Error(result.reason);
	expect(result.entries).toEqual(
		entries.map(({ malId, score, status }) => ({ malId, score, status })),
	);
	expect(result.report).toMatchObject({ compressed: true, read: 5000, accepted: 5000 });
	expect(steps.at(-1)?.entriesRead).toBeGreaterThan(0);
});

test('JSON and tables are read in a worker as well, packed or not', async () => {
	const entries = makeEntries(5000);
	const expected = entries.map(({ malId, score, status }) => ({ malId, score, status }));
	for (const text of [listAsJson(entries), listAsTable(entries)]) {
		for (const file of [new Blob([text]), await packed(text)]) {
			expect(await readInWorker(file)).toMatchObject({ ok: true, entries: expected });
		}
	}
	const rows = entries.map(({ malId }) => ({
		series_type: 0,
		series_id: malId,
		status: 2,
		score: 85,
	}));
	const result = await readInWorker(new Blob([JSON.stringify({ lists: rows })]));
	expect(result).toMatchObject({
		ok: true,
		entries: [],
		report: { format: 'anilist-json', accepted: 5000, scale: { outOf: 100, basis: 'values' } },
	});
	expect(await readInWorker(new Blob(['['.repeat(1_000_000)]))).toMatchObject({
		reason: 'too-deep',
	});
});

test('a bomb, a cut archive and a web page are refused in the browser as they are in Node', async () => {
	const bomb = await packed(`<myanimelist>${' '.repeat(8_000_000)}`);
	expect(await readInWorker(bomb)).toMatchObject({
		reason: 'hostile',
		detail: { trick: 'archive-bomb' },
	});
	const whole = await packed(writeMalXml(makeEntries(200)));
	expect(await readInWorker(whole.slice(0, whole.size - 20))).toMatchObject({
		reason: 'broken',
		detail: { part: 'archive' },
	});
	expect(await readInWorker(new Blob(['<!doctype html>']))).toMatchObject({
		reason: 'not-a-list',
	});
});

test('a reading can be stopped half way', async () => {
	const abort = new AbortController();
	const file = new Blob([writeMalXml(makeEntries(15_000))]);
	const result = await readInWorker(file, {
		signal: abort.signal,
		onProgress: () => abort.abort(),
	});
	expect(result).toMatchObject({ ok: false, reason: 'cancelled' });
});
