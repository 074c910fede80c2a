import { expect, it } from 'vitest';
import { predictScores } from './predicted-scores.ts';

const model = {
	items: Int32Array.of(5, 3),
	readInput: (entries: readonly unknown[]) => ({
		items: Int32Array.from(entries, (_, at) => at),
		weights: new Float32Array(entries.length),
		scores: new Uint8Array(entries.length),
		shunned: new Uint8Array(entries.length),
	}),
	rate: (_: unknown, out: Float32Array) => out.set([81.26, 40]),
};
const entry = { malId: 5, score: 80, status: 'completed' } as const;

it('gives every title its score, to a tenth', () => {
	expect(predictScores(model, [entry])).toEqual({ malIds: [5, 3], scores: [81.3, 40] });
});

it('expects nothing of a list that tells the model nothing', () => {
	expect(predictScores(model, [])).toEqual({ malIds: [], scores: [] });
});
