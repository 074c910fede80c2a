import { describe, expect, test } from 'vitest';
import { reportCold } from './cold-report.ts';

const target = {
	random: [
		new Map([[2, 0.1]]),
		new Map([
			[1, 0.2],
			[2, 0.1],
		] as const),
	],
	models: [
		{
			key: 'content',
			label: 'Content',
			folds: [
				new Map([[2, 0.2]]),
				new Map([
					[1, 0.4],
					[2, 0.2],
				] as const),
			],
		},
		{
			key: 'other',
			label: 'Other',
			folds: [
				new Map([[2, 0.2]]),
				new Map([
					[1, 0.8],
					[2, 0.6],
				] as const),
			],
		},
	],
};
const measured = { titlesInFold: 3, targets: { withheld: target, list: target } };

describe('reportCold', () => {
	const { random, models } = reportCold(measured, 'content', { seed: 1, resamples: 50 }).targets
		.list;
	const [content, other] = models;

	test('averages the folds of each user first', () => {
		expect(random).toBeCloseTo((0.2 + 0.1) / 2, 12);
		expect(other?.ndcg100.mean).toBeCloseTo((0.8 + (0.2 + 0.6) / 2) / 2, 12);
		expect(other?.folds[1]).toBeCloseTo((0.8 + 0.6) / 2, 12);
	});

	test('compares with random order and with the reference', () => {
		expect(content?.timesRandom).toBeCloseTo(0.3 / 0.15, 12);
		expect([content?.gain, content?.difference]).toEqual([null, null]);
		expect(other?.gain).toBeCloseTo(0.6 / 0.3 - 1, 12);
		expect(other?.difference?.mean).toBeCloseTo((0.8 - 0.4 + (0.4 - 0.2)) / 2, 12);
	});

	test('goes without a reference that was not measured', () => {
		const report = reportCold(measured, 'nobody', { seed: 1, resamples: 50 });
		expect(report.targets.withheld.models.map(({ gain }) => gain)).toEqual([null, null]);
	});
});
