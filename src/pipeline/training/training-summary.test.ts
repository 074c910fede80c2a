import { expect, it } from 'vitest';
import type { TrainingStep } from './job/training-step.ts';
import { summariseTraining } from './training-summary.ts';

const step = (name: string, phase: string): TrainingStep => ({
	name,
	phase,
	run: 'r',
	input: null,
	version: 1,
	needs: [],
	costS: 1,
});

it('adds the times of a phase and projects the slowest step that counts profiles', () => {
	const speeds: Record<string, number> = { read: 0, learn: 4000, 'learn-0': 3000 };
	const text = summariseTraining({
		out: 'trained',
		files: { 'model.safetensors': 13_800_000 },
		steps: [step('read', 'Reading'), step('learn', 'Network'), step('learn-0', 'Network')],
		kept: 1,
		logged: ({ name }) => ({ points: [], times: { seconds: 40, profilesPerS: speeds[name] ?? 0 } }),
		seconds: 81,
		peakBytes: 1.5e9,
	});
	expect(text).toMatch(/model\.safetensors +13\.80 MB/);
	expect(text).toMatch(/Reading +40\.0 s in 1 step\n/);
	// 40 s + 40 s
	expect(text).toMatch(/Network +1 min 20 s in 2 steps\n/);
	expect(text).toMatch(/this run +1 min 21 s, 1 of 3 steps were there\n/);
	expect(text).toMatch(/peak memory +1\.50 GB\n/);
	// 1,500,000 / 3,000 = 500 s
	expect(text).toContain('would take 8 min 20 s');
});
