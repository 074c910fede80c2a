import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordedTerminal } from '#tests/support/recorded-terminal.ts';
import type { Terminal } from '../terminal.ts';
import { tinyJob } from './job/tiny-job.fixture.ts';
import { train } from './train.ts';
import type { TrainingPlan } from './training-plan.ts';

let place: string;
beforeEach(async () => void (place = await mkdtemp(join(tmpdir(), 'sprout-training-'))));
afterEach(() => rm(place, { recursive: true }));

/** Trains by the steps of the tiny job into a folder of `place`; `onUpdate` hears of each move of the bar. */
async function run(out: string, signal: AbortSignal, onUpdate = () => {}) {
	const { steps, registry } = tinyJob('', 1);
	const plan: TrainingPlan = {
		sources: ['profiles.csv'],
		steps,
		registry,
		charts: { 'curve.svg': ['a', 'b'] },
		files: async (result) => ({ 'model.safetensors': await result('all') }),
	};
	await writeFile(join(place, 'profiles.csv'), 'user\n');
	const options = { data: place, out: join(place, out), work: join(place, `${out}-work`) };
	const terminal: Terminal = {
		...recordedTerminal().terminal,
		progress: () => ({ update: onUpdate, finish: () => {} }),
	};
	return train(plan, { ...options, threads: 1, fresh: false }, terminal, signal);
}

const NEVER = new AbortController().signal;

it('draws what the steps logged and projects what they counted', async () => {
	const text = await run('out', NEVER);
	const svg = await readFile(join(place, 'out', 'curve.svg'), 'utf8');
	expect(svg.match(/<polyline/g)).toHaveLength(2);
	expect(svg).toContain('b: train');
	expect(text).toMatch(/One epoch over 1\.5 million profiles would take .* at the \d+ profiles\/s/);
});

it('leaves the same chart and files after it was stopped', async () => {
	const stop = new AbortController();
	let updates = 0;
	const stopInTheMiddle = () => ++updates === 17 && stop.abort();
	await expect(run('other', stop.signal, stopInTheMiddle)).rejects.toThrow(/abort/);
	await run('other', NEVER);
	await run('out', NEVER);
	for (const name of ['curve.svg', 'model.safetensors', 'training.json']) {
		expect(await readFile(join(place, 'other', name))).toEqual(
			await readFile(join(place, 'out', name)),
		);
	}
});
