import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFileError } from '../../csv.ts';
import { runJob, type JobListener, type TrainingJob } from './run-job.ts';
import { step, tinyJob } from './tiny-job.fixture.ts';
import { readLog } from './training-log.ts';

const NEVER = new AbortController().signal;
const EPOCHS = 12;

let work: string;
beforeEach(async () => void (work = await mkdtemp(join(tmpdir(), 'sprout-job-'))));
afterEach(() => rm(work, { recursive: true }));

/** Runs a job; `opened` are the steps that it had to do. */
async function run(job: TrainingJob, listener: JobListener = {}, signal = NEVER) {
	const opened: string[] = [];
	const warned: string[] = [];
	const results = await runJob(
		job,
		{
			...listener,
			onStart: (_, open) => opened.push(...open.map(({ name }) => name)),
			onWarning: (text) => warned.push(text),
		},
		signal,
	);
	return { results, opened, warned, bytes: await results.result('all') };
}

const pathOf = async (name: string, kind: string) => {
	const found = (await readdir(work)).find((file) =>
		new RegExp(`^${name}\\..*${kind}$`).test(file),
	);
	return join(work, found ?? `no ${kind} of ${name}`);
};

describe('runJob', () => {
	it('gives the same bytes in this thread and in several', async () => {
		const here = await run(tinyJob(work, 1));
		await rm(work, { recursive: true });
		const there = await run(tinyJob(work, 3));
		expect(there.bytes).toEqual(here.bytes);
		expect(there.bytes).toHaveLength(32);
	});

	it('does nothing again whose result is there', async () => {
		const first = await run(tinyJob(work, 1));
		const second = await run(tinyJob(work, 1));
		expect([first.opened, second.opened]).toEqual([['a', 'b', 'c', 'all'], []]);
		expect(second.bytes).toEqual(first.bytes);
	});

	it('does again what a changed setting, version or need touches, and all of it on other data', async () => {
		const job = tinyJob(work, 1);
		await run(job);
		const changed = (change: Partial<(typeof job.steps)[number]>): TrainingJob => ({
			...job,
			steps: job.steps.map((old) => (old.name === 'b' ? { ...old, ...change } : old)),
		});
		expect((await run(changed({ input: { seed: 9 } }))).opened).toEqual(['b', 'all']);
		expect((await run(changed({ version: 2 }))).opened).toEqual(['b', 'all']);
		const otherData = { ...job, checksums: { 'profiles.csv': '01' } };
		expect((await run(otherData)).opened).toEqual(['a', 'b', 'c', 'all']);
	});

	it.each([1, 2])(
		'goes on from the last state when it was stopped, %d threads',
		async (threads) => {
			const expected = await run({ ...tinyJob(work, 1), work: join(work, 'other') });
			const stop = new AbortController();
			const job = tinyJob(work, threads);
			const onReport: JobListener['onReport'] = ({ name }, { done }) =>
				name === 'a' && done > 3 && stop.abort();
			await expect(run(job, { onReport }, stop.signal)).rejects.toThrow(/abort/);
			expect((await readFile(await pathOf('a', 'state'))).length).toBeGreaterThan(4096);
			const firstSeen: number[] = [];
			const resumed = await run(job, {
				onReport: ({ name }, { done }) => void (name === 'a' && firstSeen.push(done)),
			});
			expect(firstSeen[0]).toBeGreaterThan(1);
			expect(resumed.bytes).toEqual(expected.bytes);
			expect((await readdir(work)).filter((name) => name.endsWith('.state'))).toEqual([]);
		},
	);

	it('tells of damaged results and states and makes them again', async () => {
		const expected = await run(tinyJob(work, 1));
		const result = await readFile(await pathOf('b', 'result'));
		const flipped = result.map((byte, at) => (at === result.length - 1 ? byte ^ 1 : byte));
		await writeFile(await pathOf('b', 'result'), flipped);
		await writeFile((await pathOf('b', 'result')).replace('.result', '.state'), 'torn');
		const again = await run(tinyJob(work, 1));
		expect(again.opened).toEqual(['b']);
		expect(again.warned.join('\n')).toMatch(/result of b\.\w+ is damaged.*\n.*state of b\.\w+ is/);
		expect(again.bytes).toEqual(expected.bytes);
	});

	it('keeps the losses and times of each step', async () => {
		const { results } = await run(tinyJob(work, 1));
		const key = results.keys.get('a') ?? '';
		const { points, times } = (await readLog(results.log, [key])).get(key) ?? {};
		expect(points?.map(({ epoch }) => epoch)).toEqual(
			Array.from({ length: EPOCHS }, (_, e) => e + 1),
		);
		expect(times?.profilesPerS).toBeGreaterThan(0);
	});

	it.each([1, 2])('fails with the error of a step and its stack, %d threads', async (threads) => {
		const job = tinyJob(work, threads);
		const steps = [step('bad', 'learn', { seed: 1, fails: true }), ...job.steps];
		const failure = await run({ ...job, steps }).catch((error: unknown) => error);
		const stacks: string[] = [];
		for (let error = failure; error instanceof Error; error = error.cause) {
			stacks.push(error.stack ?? '');
		}
		expect(stacks.join('\n')).toMatch(/not positive definite[^]*tiny-job\.fixture\.ts/);
	});

	it('ends a thread that lets nothing in', async () => {
		const stop = new AbortController();
		const job = { ...tinyJob(work, 2), steps: [step('all', 'hang', null)] };
		const ended = run(job, { onReport: () => stop.abort() }, stop.signal);
		await expect(ended).rejects.toThrow(/abort/);
	});

	it.each([
		['a name twice', [step('a', 'join', []), step('a', 'join', [])], 'two steps "a"'],
		[
			'a need that comes later',
			[step('a', 'join', [], ['b']), step('b', 'join', [])],
			'"b" does not',
		],
		['a name that is a path', [step('../a', 'join', [])], 'is no name'],
		['a function that is not there', [{ ...step('a', 'join', []), run: 'x' }], 'no step "x"'],
	])('refuses %s', async (_, steps, message) => {
		const refused = run({ ...tinyJob(work, 1), steps });
		await expect(refused).rejects.toThrow(message);
		await expect(refused).rejects.not.toBeInstanceOf(DataFileError);
	});
});
