import { expect, it } from 'vitest';
import type { Terminal } from '../terminal.ts';
import type { TrainingStep } from './job/training-step.ts';
import { TrainingProgress } from './training-progress.ts';

const step = (name: string, costS: number): TrainingStep => ({
	name,
	phase: 'p',
	run: 'r',
	input: null,
	version: 1,
	needs: [],
	costS,
});

function watch() {
	const warned: string[] = [];
	const bars: { total: number; updates: { done: number; note: string }[] }[] = [];
	const terminal: Terminal = {
		print: () => {},
		warn: (text) => warned.push(text),
		progress(_, total) {
			const updates: { done: number; note: string }[] = [];
			bars.push({ total, updates });
			return { update: (done, note = '') => updates.push({ done, note }), finish: () => {} };
		},
	};
	const clock = { ms: 0 };
	const progress = new TrainingProgress(terminal, () => clock.ms);
	return { progress, clock, warned, last: () => bars[0]?.updates.at(-1), bars };
}

it('weighs steps by their cost, kept ones not at all', () => {
	const { progress, warned, bars, last } = watch();
	const [a, b, c] = [step('a', 5), step('b', 4), step('c', 6)];
	progress.onStart([a], [b, c]);
	expect(warned).toEqual(['1 of 3 steps are done already.']);
	expect(bars[0]?.total).toBe(4 + 6);
	progress.onDone(b);
	progress.onReport(c, { done: 0, total: 3 });
	progress.onReport(c, { done: 1, total: 3 });
	expect(last()?.done).toBeCloseTo(4 + 6 / 3);
});

it('counts of a resumed step only what is left of it', () => {
	const { progress, last } = watch();
	const a = step('a', 8);
	progress.onStart([], [a]);
	progress.onReport(a, { done: 60, total: 100 });
	progress.onReport(a, { done: 70, total: 100 });
	expect(last()?.done).toBeCloseTo((8 * (70 - 60)) / (100 - 60));
});

it('shows losses, and the speed of all threads together', () => {
	const { progress, clock, last } = watch();
	const [a, b, c] = [step('a', 1), step('b', 1), step('c', 1)];
	progress.onStart([], [a, b, c]);
	for (const one of [a, b]) progress.onReport(one, { done: 100, total: 9000, unit: 'profiles' });
	progress.onReport(c, { done: 0, total: 1 });
	clock.ms += 500;
	for (const one of [a, b]) {
		progress.onReport(one, { done: 900, total: 9000, unit: 'profiles', loss: 1 / 3 });
	}
	// Each (900 − 100) / .5 s.
	expect(last()?.note).toBe('a (loss 0.3333), b (loss 0.3333), 1 more · 3,200 profiles/s');
});

it('draws no bar where nothing is left to do', () => {
	const { progress, bars } = watch();
	progress.onStart([step('a', 1)], []);
	progress.finish('');
	expect(bars).toEqual([]);
});
