import { describe, expect, it } from 'vitest';
import type { ListEntry } from '../profile/list-entry.ts';
import { createCodedMatrix, GREATEST_CODE } from './coded-matrix.ts';
import { createItemItemModel, priorShare } from './item-item-model.ts';

/** Magnitude of code c: c. */
const MAGNITUDES = Float32Array.from({ length: GREATEST_CODE + 1 }, (_, code) => code);

// Items 0 and 1 go together, 2 stands against 0, 3 is the well-known one.
const model = createItemItemModel({
	name: 'small',
	items: Int32Array.of(10, 20, 30, 40),
	inputScale: Float32Array.of(1, 2, 3, 4),
	outputScale: Float32Array.of(0.5, 0.25, 1, 1),
	prior: Float32Array.of(0, 0, 0, 1.2),
	// (0,1) (0,2) (0,3) (1,2) (1,3) (2,3)
	matrix: createCodedMatrix(4, Int8Array.of(8, -3, 0, 5, 0, 0), MAGNITUDES),
});
const entry = (malId: number, score: number | null = null): ListEntry => ({
	malId,
	score,
	status: 'completed',
});

function scores(...entries: ListEntry[]): number[] {
	const out = new Float32Array(4).fill(99);
	model.score(model.readInput(entries), out);
	return [...out];
}

/** A float as near as f32 lets it be. */
const near = (value: number) => expect.closeTo(value, 5) as number;

describe('createItemItemModel', () => {
	it('scores by w_i · inputScale_i · S_ij · outputScale_j and the fading prior', () => {
		// One unscored entry weighs 1, which leaves 11/12 of the prior.
		const prior = 1.2 * (11 / 12);
		expect(scores(entry(10))).toEqual([0, near(1 * 8 * 0.25), near(1 * -3 * 1), near(prior)]);
		expect(scores(entry(20))).toEqual([near(2 * 8 * 0.5), 0, near(2 * 5 * 1), near(prior)]);
	});

	it('falls back to the prior, less the kin of what was disliked', () => {
		expect(scores()).toEqual([0, 0, 0, near(1.2)]);
		const [, kin, , known] = scores(entry(10, 20));
		expect(kin).toBeCloseTo(-0.3 * 8 * 0.25, 5);
		expect(known).toBeCloseTo(1.2, 5);
	});

	it('explains a score by contributions and prior that sum to it', () => {
		const input = model.readInput([entry(10, 90), entry(20, 20), entry(30, 60)]);
		const out = new Float32Array(4);
		model.score(input, out);
		const parts = new Float32Array(4 * 3);
		model.contributions(input, Int32Array.of(0, 1, 2, 3), parts);
		out.forEach((score, item) => {
			const prior = item === 3 ? 1.2 * priorShare(input) : 0;
			const sum = parts
				.subarray(3 * item, 3 * (item + 1))
				.reduce((total, part) => total + part, prior);
			expect(sum).toBeCloseTo(score, 5);
		});
		// What was liked speaks with its sign, what was disliked against it.
		expect([...parts.subarray(3 * 2, 3 * 3)].map(Math.sign)).toEqual([-1, -1, 0]);
	});
});

describe('priorShare', () => {
	const input = (...weights: number[]) => ({
		items: Int32Array.from(weights.keys()),
		weights: Float32Array.from(weights),
		scores: new Uint8Array(weights.length),
		shunned: new Uint8Array(weights.length),
	});

	it('fades with positive evidence and is gone at twelve entries', () => {
		expect(priorShare(input())).toBe(1);
		expect(priorShare(input(-0.3, -0.3))).toBe(1);
		expect(priorShare(input(1, 1, 1, -0.3))).toBe(1 - 3 / 12);
		expect(priorShare(input(...Array.from({ length: 12 }, () => 1)))).toBe(0);
		expect(priorShare(input(...Array.from({ length: 200 }, () => 1)))).toBe(0);
	});
});
